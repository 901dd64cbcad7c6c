/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DitesListText:
 * @data: (owned): valid UTF-8 without U+0000, NUL-terminated, without byte order mark
 * @length: its length in bytes
 * @encoding: what the bytes were: "utf-8", "utf-16le", "windows-1252", ...
 * @doubly_encoded: whether it holds text that was encoded twice, and was not repaired
 * @n_repaired: how many characters were repaired
 * @n_strange: how many bytes did not fit the encoding and were read as Windows-1252,
 *   or became U+FFFD
 * @strange_line: the line of the first of them, from 1
 *
 * The bytes of a list, as text.
 */
typedef struct
{
  char    *data;
  gsize    length;
  char     encoding[32];
  gboolean doubly_encoded;
  guint    n_repaired;
  guint    n_strange;
  guint    strange_line;
} DitesListText;

gboolean dites_list_text_decode (DitesListText *self,
                                 GBytes        *bytes,
                                 const char    *encoding,
                                 gboolean       repair,
                                 GError       **error);
void     dites_list_text_clear (DitesListText *self);
guint    dites_list_text_repair (char    *text,
                                 gsize   *length,
                                 gboolean only_count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DitesListText, dites_list_text_clear)

G_END_DECLS
