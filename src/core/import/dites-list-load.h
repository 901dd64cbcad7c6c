/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes a list may have: 100,000 rows have 15 to 30 million. */
#define DITES_LIST_MAX_SIZE (64 * 1024 * 1024)

GBytes *dites_list_load (GFile        *file,
                         GCancellable *cancellable,
                         GError      **error);
GBytes *dites_list_load_stream (GInputStream *stream,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
