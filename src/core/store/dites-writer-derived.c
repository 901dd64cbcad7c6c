/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <string.h>

/* What is written of a document: its text with who wrote it and when, and what follows from it. */

/* Writes who and when into a document that says neither, at its end: to split
 * it and put it together again would be a good part of a large import. */
static DitesDocument *
append_stamp (DitesDocument *document,
              const char    *now,
              const char    *desk_name)
{
  gsize       length;
  const char *text = dites_document_get_text (document, &length);
  g_autoptr (GString) out = g_string_sized_new (length + 96);

  g_string_append_len (out, text, length - 1);
  g_string_append (out, ",\"changed_at\":");
  dites_json_append_string (out, now);
  g_string_append (out, ",\"changed_by\":");
  dites_json_append_string (out, desk_name);
  g_string_append_c (out, '}');

  return dites_document_new_known (out->str, out->len, dites_document_get_id (document), dites_document_get_kind (document));
}

/* The document with who wrote it and when. It is another one in any case: what follows is worked out
 * of this one, which is gone when it is written, and not of the one that the change set goes on holding. */
static DitesDocument *
stamp (DitesDocument *document,
       const char    *now,
       const char    *desk_name)
{
  const char *text = dites_document_get_text (document, NULL);
  g_autoptr (DitesDocumentBuilder) builder = NULL;

  /* A text that does not hold the words does not hold the members; an escape might. */
  if (strstr (text, "changed_") == NULL && strchr (text, '\\') == NULL)
    return append_stamp (document, now, desk_name);

  builder = dites_document_builder_new_from (document);
  dites_document_builder_set_string (builder, "changed_at", now);
  dites_document_builder_set_string (builder, "changed_by", desk_name);

  return dites_document_builder_end (builder);
}

/**
 * dites_writer_derived_clear:
 * @derived: what is written of a document
 *
 * Frees what it holds, and forgets it.
 */
void
dites_writer_derived_clear (DitesWriterDerived *derived)
{
  g_clear_object (&derived->document);
  if (derived->done)
    dites_index_entry_clear (&derived->entry);
  derived->done = FALSE;
}

/**
 * dites_writer_derive:
 * @derived: (out): what is written of a document
 * @item: a document
 * @titles: knows the titles of those it refers to; of this thread
 * @now: the time that goes into the document
 * @desk_name: who writes it
 * @error: return location for an error
 *
 * Works out what is written of a document, from the document and the titles alone.
 *
 * Returns: whether it was done; what has no document of its own is read first, and so are
 *   titles, which may fail
 */
gboolean
dites_writer_derive (DitesWriterDerived    *derived,
                     const DitesWriterItem *item,
                     DitesWriterTitles     *titles,
                     const char            *now,
                     const char            *desk_name,
                     GError               **error)
{
  if (item->document != NULL && item->stamp)
    derived->document = stamp (item->document, now, desk_name);
  else if (item->document != NULL)
    derived->document = g_object_ref (item->document);
  else
    derived->document = dites_writer_titles_read (titles, item->number, error);
  if (derived->document == NULL)
    return FALSE;

  dites_index_entry_init (&derived->entry, derived->document, dites_writer_titles_of, titles);
  derived->done = TRUE;
  if (!dites_writer_titles_check (titles, error))
    {
      dites_writer_derived_clear (derived);
      return FALSE;
    }
  if (item->id != NULL)
    dites_writer_titles_set (titles, item->id, derived->entry.title);

  return TRUE;
}
