/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-reader.h"

G_BEGIN_DECLS

/* Private to the store: from a picture file to a photo as it is stored. */
GBytes *dites_picture_normalize (GBytes      *bytes,
                                 DitesPhoto **photo,
                                 GError     **error);
GBytes *dites_jpeg_strip (GBytes   *bytes,
                          int      *width,
                          int      *height,
                          int      *n_components,
                          int      *orientation,
                          gboolean *whole);

G_END_DECLS
