/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DitesJson:
 * @text: where the value begins, without space before it; not NUL-terminated
 * @length: its length in bytes
 *
 * One JSON value, as a piece of a text that somebody else holds.
 *
 * Documents are kept as the text that they came with, so that a member nobody
 * knows, a number beyond 64 bits or an escaped U+0000 leaves exactly as it
 * came. Everything here but dites_json_check() expects a checked text.
 */
typedef struct
{
  const char *text;
  gsize       length;
} DitesJson;

/**
 * DitesJsonType:
 *
 * What a JSON value is, by the character it begins with; numbers are '0'.
 */
typedef enum
{
  DITES_JSON_NONE = 0,
  DITES_JSON_OBJECT = '{',
  DITES_JSON_ARRAY = '[',
  DITES_JSON_STRING = '"',
  DITES_JSON_NUMBER = '0',
  DITES_JSON_TRUE = 't',
  DITES_JSON_FALSE = 'f',
  DITES_JSON_NULL = 'n',
} DitesJsonType;

/**
 * DitesJsonIter:
 *
 * Walks the members of an object or the elements of an array, in their order.
 */
typedef struct
{
  const char *position;
  const char *end;
  gboolean    object;
} DitesJsonIter;

gboolean      dites_json_check (const char *text,
                                gssize      length,
                                GError    **error);
DitesJson     dites_json_of (const char *text,
                             gssize      length);
DitesJsonType dites_json_get_type (DitesJson json);
void          dites_json_iter_init (DitesJsonIter *iter,
                                    DitesJson      json);
gboolean      dites_json_iter_next (DitesJsonIter *iter,
                                    DitesJson     *name,
                                    DitesJson     *value);
gboolean      dites_json_is_empty (DitesJson json);
guint         dites_json_count (DitesJson json);
gboolean      dites_json_get_member (DitesJson   object,
                                     const char *name,
                                     DitesJson  *value);
GHashTable   *dites_json_dup_members (DitesJson object);
char         *dites_json_dup_string (DitesJson json);
gboolean      dites_json_string_equal (DitesJson   json,
                                       const char *string);
gboolean      dites_json_get_int (DitesJson json,
                                  gint64   *value);
gboolean      dites_json_equal (DitesJson a,
                                DitesJson b);
void          dites_json_append_string (GString    *out,
                                        const char *string);

G_END_DECLS
