/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-load-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-kind.h"
#include "dites-reader.h"

/* What a document from outside must be before it is stored. */

static char *
photo_to_json (DitesDocument    *item,
               const DitesPhoto *photo)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new (NULL, NULL);
  g_autofree char *alt = dites_document_dup_string (item, "alt");
  g_autoptr (DitesDocument) named = NULL;

  dites_document_builder_set_string (builder, "sha256", photo->sha256);
  dites_document_builder_set_string (builder, "type", photo->type);
  dites_document_builder_set_int (builder, "length", photo->length);
  dites_document_builder_set_int (builder, "width", photo->width);
  dites_document_builder_set_int (builder, "height", photo->height);
  dites_document_builder_set_string (builder, "alt", alt);
  named = dites_document_builder_end (builder);

  return g_strdup (dites_document_get_text (named, NULL));
}

static gboolean
name_photos (DitesDocumentBuilder *builder,
             DitesDocument        *document,
             const DitesField     *field,
             GHashTable           *photos,
             GHashTable           *reasons,
             GError              **error)
{
  g_autoptr (GPtrArray) items = dites_document_get_items (document, field->name);
  g_autoptr (GString) json = g_string_new ("[");

  if (items->len == 0)
    return TRUE;

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char  *file = dites_document_dup_string (items->pdata[i], "file");
      g_autofree char  *named = NULL;
      const DitesPhoto *photo = file != NULL ? g_hash_table_lookup (photos, file) : NULL;

      if (file != NULL && photo == NULL)
        {
          g_set_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND,
                       /* Translators: the name of a file, and why: “This file is empty”. */
                       _("The photo “%s” cannot be used: %s"), file,
                       (const char *) g_hash_table_lookup (reasons, file));
          return FALSE;
        }
      named = photo != NULL ? photo_to_json (items->pdata[i], photo)
                            : g_strdup (dites_document_get_text (items->pdata[i], NULL));
      if (i > 0)
        g_string_append_c (json, ',');
      g_string_append (json, named);
    }
  g_string_append_c (json, ']');
  dites_document_builder_set_json (builder, field->name, json->str, json->len);

  return TRUE;
}

/* Says with which field a value is wrong. */
static gboolean
check_values (const DitesKind *kind,
              DitesDocument   *document,
              GError         **error)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      DitesJson value;

      if ((field->flags & DITES_FIELD_LIST_ONLY) != 0 || !dites_document_get (document, field->name, &value))
        continue;
      if (!dites_value_check (field, value, error))
        {
          /* Translators: the name of a field, and the same in JSON; what is wrong with it follows. */
          g_prefix_error (error, _("%s (%s): "), dites_field_get_label (field), field->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_rules (const DitesKind *kind,
             DitesDocument   *document,
             GError         **error)
{
  g_autoptr (GPtrArray) problems = dites_kind_check (kind, document);
  g_autofree char *state = kind->state_field != NULL ? dites_document_dup_string (document, kind->state_field) : NULL;
  gboolean         published = kind->published_state != NULL && g_strcmp0 (state, kind->published_state) == 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_ERROR || (published && problem->severity == DITES_SEVERITY_BLOCKS))
        {
          g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, problem->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* The id that every desk would give it, if it can be identified; else a new one. */
static char *
make_id (const DitesKind *kind,
         DitesDocument   *document)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint n_sure = dites_kind_identify (kind, document, keys);

  if (n_sure > 0)
    return dites_document_derived_id (kind->name, keys->pdata[0]);

  return dites_document_new_id (kind->name);
}

static const DitesKind *
get_kind (DitesDocument *document,
          const char    *expected,
          GError       **error)
{
  const char      *said = dites_document_get_kind (document);
  const DitesKind *kind;

  if (expected != NULL && *said != '\0' && strcmp (said, expected) != 0)
    {
      g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                   _("This document is of the kind “%s” and not “%s”"), said, expected);
      return NULL;
    }

  kind = dites_kind_get (*said != '\0' || expected == NULL ? said : expected);
  if (kind == NULL && *said != '\0')
    g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID, _("“%s” is not a kind of document"), said);
  else if (kind == NULL)
    g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID,
                         _("This document does not say of which kind it is"));

  return kind;
}

/**
 * dites_load_document:
 * @given: a document from outside
 * @expected: (nullable): the kind it must be of, or is of where it does not say it
 * @photos: (element-type utf8 DitesPhoto): the photos that the store has, by the files it may name them as
 * @reasons: (element-type utf8 utf8): why other files are no photos
 * @error: return location for an error, which says of which field it is
 *
 * Checks a document as a whole, and gives it what the store needs: the id that every desk
 * would give it, and its photos by what names them in the store. Any thread.
 *
 * Returns: (transfer full) (nullable): the document as it shall be stored, its id and kind in
 *   front, or %NULL with @error set to %DITES_ERROR_INVALID or %DITES_ERROR_NOT_FOUND
 */
DitesDocument *
dites_load_document (DitesDocument *given,
                     const char    *expected,
                     GHashTable    *photos,
                     GHashTable    *reasons,
                     GError       **error)
{
  const DitesKind *kind = get_kind (given, expected, error);
  g_autofree char *id = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) built = NULL;
  gsize       length;
  const char *text;

  if (kind == NULL)
    return NULL;

  id = *dites_document_get_id (given) != '\0' ? g_strdup (dites_document_get_id (given)) : make_id (kind, given);
  builder = dites_document_builder_new (kind->name, id);
  for (gsize i = 0; i < dites_document_get_n_members (given); i++)
    {
      g_autofree char *member = NULL;
      DitesJson        name, value;

      dites_document_get_member_at (given, i, &name, &value);
      member = dites_json_dup_string (name);
      dites_document_builder_set_json (builder, member, value.text, value.length);
    }
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (field->type == DITES_FIELD_PHOTOS && !name_photos (builder, given, field, photos, reasons, error))
      return NULL;

  built = dites_document_builder_end (builder);
  if (!check_values (kind, built, error) || !check_rules (kind, built, error))
    return NULL;

  /* What came from outside is checked as a whole: its id, and reserved names. */
  text = dites_document_get_text (built, &length);

  return dites_document_new_from_text (text, length, error);
}
