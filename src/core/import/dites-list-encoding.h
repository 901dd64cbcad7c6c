/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-list-text.h"

G_BEGIN_DECLS

typedef enum
{
  DITES_LIST_CHARSET_UTF8,
  DITES_LIST_CHARSET_UTF16,
  DITES_LIST_CHARSET_UTF32,
  DITES_LIST_CHARSET_WINDOWS,
  DITES_LIST_CHARSET_MAC,
} DitesListCharset;

/**
 * DitesListEncoding:
 * @charset: how characters are made of units
 * @big_endian: whether the first byte of a unit is its highest
 * @n_skip: the bytes of the byte order mark
 *
 * How the bytes of a list are text.
 */
typedef struct
{
  DitesListCharset charset;
  gboolean         big_endian;
  guint            n_skip;
} DitesListEncoding;

DitesListEncoding dites_list_encoding_find (const char *data,
                                            gsize       length);
gboolean          dites_list_encoding_from_name (DitesListEncoding *self,
                                                 const char        *name);
void              dites_list_encoding_decode (DitesListEncoding *self,
                                              const char        *data,
                                              gsize              length,
                                              DitesListText     *text);
int               dites_list_encoding_windows_byte (gunichar c);

G_END_DECLS
