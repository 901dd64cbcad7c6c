/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-vcard.h"

#include <string.h>

/* Address cards as RFC 6350 has them: what a telephone or a mail program takes over. Only what
 * reaches a person goes into one; studies and remarks stay here. */

/* The longest line, without its end, in bytes. */
#define LINE 75

/* A value, with what would end it escaped. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
      case ',':
      case ';':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *at);
        break;

      case '\n':
        g_string_append (out, "\\n");
        break;

      case '\r':
        break;

      default:
        g_string_append_c (out, *at);
      }
}

/* A long line goes on in the next, behind a space; no character is cut in two. */
static void
append_line (GString    *out,
             const char *line)
{
  gsize room = LINE;

  while (strlen (line) > room)
    {
      gsize length = room;

      while (((guchar) line[length] & 0xc0) == 0x80)
        length--;
      g_string_append_len (out, line, length);
      g_string_append (out, "\r\n ");
      line += length;
      room = LINE - 1;
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

/* A property with one value, unless it is empty. */
static void
append_property (GString    *out,
                 const char *name,
                 const char *value)
{
  g_autoptr (GString) line = NULL;

  if (value == NULL || *value == '\0')
    return;

  line = g_string_new (name);
  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_line (out, line->str);
}

/* A property whose value has parts. */
static void
append_parts (GString           *out,
              const char        *name,
              const char *const *parts,
              gsize              n_parts)
{
  g_autoptr (GString) line = g_string_new (name);

  for (gsize i = 0; i < n_parts; i++)
    {
      g_string_append_c (line, i == 0 ? ':' : ';');
      if (parts[i] != NULL)
        append_escaped (line, parts[i]);
    }
  append_line (out, line->str);
}

static char *
dup_text (DitesDocument *document,
          const char    *member)
{
  char *text = dites_document_dup_string (document, member);

  return text != NULL ? text : g_strdup ("");
}

static void
append_intern_name (GString       *out,
                    DitesDocument *document)
{
  g_autofree char *family = dup_text (document, "usual_name");
  g_autofree char *first = dup_text (document, "preferred_name");
  g_autofree char *prefix = dites_field_format (dites_kind_get_field (dites_kind_get ("intern"), "civility"), document, NULL, NULL);
  const char      *parts[5] = { NULL };

  if (*family == '\0')
    {
      g_free (family);
      family = dup_text (document, "family_name");
    }
  if (*first == '\0')
    {
      g_free (first);
      first = dup_text (document, "first_name");
    }
  parts[0] = family;
  parts[1] = first;
  parts[3] = prefix;
  append_parts (out, "N", parts, G_N_ELEMENTS (parts));
}

static void
append_partner_name (GString       *out,
                     DitesDocument *document,
                     DitesTitleFunc title_of,
                     gpointer       user_data)
{
  g_autofree char *name = dup_text (document, "name");
  g_autofree char *nature = dup_text (document, "nature");
  g_autofree char *contact = dup_text (document, "contact_name");
  g_autofree char *organisation = dites_field_format (dites_kind_get_field (dites_kind_get ("partner"), "organisation"), document, title_of, user_data);

  if (strcmp (nature, "person") == 0)
    {
      append_property (out, "ORG", organisation);
      return;
    }

  g_string_append (out, "KIND:org\r\n");
  append_property (out, "ORG", name);
  /* RFC 6350 has no name for it; address books read a contact out of the note. */
  append_property (out, "NOTE", contact);
}

/* Where one lives or works; the Gers is in France. */
static void
append_address (GString         *out,
                const DitesKind *kind,
                DitesDocument   *document)
{
  const DitesField *commune_field = dites_kind_get_field (kind, "commune");
  g_autofree char  *street = dup_text (document, "address");
  g_autofree char  *postcode = dup_text (document, "postcode");
  g_autofree char  *commune = commune_field != NULL ? dites_field_format (commune_field, document, NULL, NULL) : NULL;
  const char *const parts[] = { NULL, NULL, street, commune, NULL, postcode, NULL };

  if (*street != '\0' || *postcode != '\0' || commune != NULL)
    append_parts (out, "ADR", parts, G_N_ELEMENTS (parts));
}

static void
append_all (GString       *out,
            const char    *name,
            DitesDocument *document,
            const char    *member)
{
  g_auto (GStrv) values = dites_document_dup_strings (document, member);

  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    append_property (out, name, values[i]);
}

/* Ids are a kind and a UUID, and a card of the same UUID takes the place of an older one. */
static void
append_uid (GString       *out,
            DitesDocument *document)
{
  const char *uuid = strchr (dites_document_get_id (document), ':');

  if (uuid != NULL && g_uuid_string_is_valid (uuid + 1))
    g_string_append_printf (out, "UID:urn:uuid:%s\r\n", uuid + 1);
}

/**
 * dites_vcard_has_kind:
 * @kind: a kind
 *
 * Returns: whether its documents are people or organisations that a card can be made of
 */
gboolean
dites_vcard_has_kind (const DitesKind *kind)
{
  return strcmp (kind->name, "intern") == 0 || strcmp (kind->name, "partner") == 0;
}

/**
 * dites_vcard_append_document:
 * @out: the cards
 * @document: a document of a kind for which dites_vcard_has_kind() is true
 * @title_of: (nullable): the titles of documents it refers to
 * @user_data: passed to @title_of
 *
 * Adds a card, version 4.0.
 */
void
dites_vcard_append_document (GString       *out,
                             DitesDocument *document,
                             DitesTitleFunc title_of,
                             gpointer       user_data)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));
  g_autofree char *title = NULL;

  g_return_if_fail (kind != NULL && dites_vcard_has_kind (kind));

  title = dites_kind_title (kind, document, title_of, user_data);
  g_string_append (out, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
  append_uid (out, document);
  /* The only property that a card must have. */
  append_property (out, "FN", title);
  if (strcmp (kind->name, "intern") == 0)
    append_intern_name (out, document);
  else
    append_partner_name (out, document, title_of, user_data);
  append_all (out, "EMAIL", document, "emails");
  append_all (out, "TEL", document, "phones");
  append_address (out, kind, document);
  g_string_append (out, "END:VCARD\r\n");
}
