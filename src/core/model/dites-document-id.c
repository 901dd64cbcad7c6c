/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document-private.h"

#include <string.h>

/* How documents are named. */

/**
 * dites_document_is_id:
 * @id: a text
 * @kind: the name of a kind
 *
 * Private to the document.
 *
 * Returns: whether @id is “kind:” and letters, digits, “.”, “_”, “-”, as sync wants ids to be
 */
gboolean
dites_document_is_id (const char *id,
                      const char *kind)
{
  gsize length = strlen (id);
  gsize prefix = strlen (kind);

  return prefix > 0 && length > prefix + 1 && length <= 100 &&
         strncmp (id, kind, prefix) == 0 && id[prefix] == ':' &&
         strspn (id + prefix + 1, "abcdefghijklmnopqrstuvwxyz0123456789._-") == length - prefix - 1;
}

/**
 * dites_document_is_kind:
 * @kind: a text
 *
 * Private to the document.
 *
 * Returns: whether a kind may be called so
 */
gboolean
dites_document_is_kind (const char *kind)
{
  return *kind >= 'a' && *kind <= 'z' && strlen (kind) <= 32 &&
         strspn (kind, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (kind);
}

/**
 * dites_document_new_id:
 * @kind: the name of a kind
 *
 * Returns: (transfer full): an id that nobody else has
 */
char *
dites_document_new_id (const char *kind)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (kind, ":", uuid, NULL);
}

/**
 * dites_document_derived_id:
 * @kind: the name of a kind
 * @identity: what identifies the document: a key of dites_kind_identify()
 *
 * Makes the same id of the same identity on every desk, so that two desks
 * that import the same list offline make the same documents: a UUID of
 * version 5 (RFC 9562, 5.5) in a name space of ours.
 *
 * Returns: (transfer full): the id
 */
char *
dites_document_derived_id (const char *kind,
                           const char *identity)
{
  /* 5f6f1a0e-7c1d-5b0e-9d32-676572733332 */
  static const guchar name_space[16] = { 0x5f, 0x6f, 0x1a, 0x0e, 0x7c, 0x1d, 0x5b, 0x0e,
                                         0x9d, 0x32, 0x67, 0x65, 0x72, 0x73, 0x33, 0x32 };
  static const char   figures[] = "0123456789abcdef";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guchar digest[20];
  gsize  length = sizeof digest;
  char  *id;
  char  *end;

  g_checksum_update (checksum, name_space, sizeof name_space);
  g_checksum_update (checksum, (const guchar *) kind, strlen (kind));
  g_checksum_update (checksum, (const guchar *) ":", 1);
  g_checksum_update (checksum, (const guchar *) identity, strlen (identity));
  g_checksum_get_digest (checksum, digest, &length);

  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  id = g_malloc (strlen (kind) + 38);
  end = g_stpcpy (id, kind);
  for (guint i = 0; i < 16; i++)
    {
      if (i == 0 || i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = i == 0 ? ':' : '-';
      *end++ = figures[digest[i] >> 4];
      *end++ = figures[digest[i] & 0x0f];
    }
  *end = '\0';

  return id;
}
