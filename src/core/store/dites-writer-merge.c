/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <glib/gi18n.h>

#include "dites-error.h"

/* What becomes of a document that is put, and of one that somebody else has changed meanwhile. */

gboolean
dites_writer_set_conflict (DitesWriter   *self,
                           DitesDocument *document,
                           const char    *member,
                           GError       **error)
{
  const DitesKind  *kind = dites_kind_get (dites_document_get_kind (document));
  const DitesField *field = kind != NULL ? dites_kind_get_field (kind, member) : NULL;
  sqlite3_stmt     *statement;
  g_autofree char  *title = NULL;
  DitesState        state;
  gint64            number;

  statement = dites_database_prepare (self->database, "SELECT title FROM document WHERE number = ?", NULL);
  if (statement != NULL && dites_database_find (self->database, dites_document_get_id (document), &number, &state, NULL))
    {
      sqlite3_bind_int64 (statement, 1, number);
      if (dites_database_step (self->database, statement, NULL) == SQLITE_ROW)
        title = dites_database_dup_text (statement, 0);
      sqlite3_reset (statement);
    }

  g_set_error (error, DITES_ERROR, DITES_ERROR_CONFLICT,
               /* Translators: the first is the name of a field, the second what a document is called. */
               _("“%s” of “%s” was changed by somebody else in the meantime"),
               field != NULL ? dites_field_get_label (field) : member,
               title != NULL ? title : dites_document_get_id (document));

  return FALSE;
}

/* What becomes of @item's document when @document is put, which was made of @base, over @current. */
gboolean
dites_writer_merge (DitesWriter     *self,
                    DitesWriterItem *item,
                    DitesDocument   *base,
                    DitesDocument   *document,
                    DitesDocument   *current,
                    GError         **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (DitesDocument) merged = NULL;

  if (base != NULL && dites_document_equal (base, current))
    {
      if (!dites_document_equal (document, current))
        {
          g_set_object (&item->document, document);
          item->stamp = TRUE;
        }
      return TRUE;
    }

  conflicts = g_ptr_array_new_with_free_func (g_free);
  merged = dites_document_merge (base, document, current, conflicts);
  if (conflicts->len > 0)
    return dites_writer_set_conflict (self, current, conflicts->pdata[0], error);

  if (!dites_document_equal (merged, current))
    {
      g_set_object (&item->document, merged);
      item->stamp = TRUE;
    }

  return TRUE;
}

/* Takes one change into the transaction. */
gboolean
dites_writer_put (DitesWriter       *self,
                  const DitesChange *change,
                  GError           **error)
{
  const char      *id = dites_document_get_id (change->document != NULL ? change->document : change->base);
  gpointer         index = g_hash_table_lookup (self->by_id, id);
  DitesWriterItem *item;
  g_autoptr (DitesDocument) current = NULL;

  item = index != NULL ? &g_array_index (self->items, DitesWriterItem, GPOINTER_TO_UINT (index) - 1)
                       : dites_writer_add_item (self, id, FALSE, error);
  if (item == NULL)
    return FALSE;

  if (change->document == NULL)
    {
      if (!item->is_new && item->state == DITES_STATE_LIVE)
        item->state = DITES_STATE_TRASHED;
      else if (item->is_new && item->document != NULL)
        item->state = DITES_STATE_TRASHED;
      return TRUE;
    }

  if (item->document != NULL)
    current = g_object_ref (item->document);
  else if (!item->is_new && item->state != DITES_STATE_GONE)
    {
      current = dites_writer_read (self->database, item->number, error);
      if (current == NULL)
        return FALSE;
    }

  item->state = DITES_STATE_LIVE;
  if (current == NULL)
    {
      g_set_object (&item->document, change->document);
      item->stamp = TRUE;
      return TRUE;
    }

  return dites_writer_merge (self, item, change->base, change->document, current, error);
}
