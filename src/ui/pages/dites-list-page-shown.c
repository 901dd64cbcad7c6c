/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-page-private.h"

/* The row of the document that is shown beside the list. */

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesListPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint place = dites_query_find_finish (DITES_QUERY (object), result, &error);

  if (error != NULL || place == G_MAXUINT || self->selecting)
    return;

  self->shown_place = place;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), place, TRUE);
  gtk_list_view_scroll_to (self->list_view, place, GTK_LIST_SCROLL_NONE, NULL);
}

static void
find_shown_cb (gpointer user_data)
{
  DitesListPage *self = user_data;

  self->find_id = 0;
  if (self->shown != NULL && self->query != NULL)
    dites_query_find_async (self->query, self->shown, self->cancellable, found_cb, g_object_ref (self));
}

/**
 * dites_list_page_find_shown:
 * @self: a page
 *
 * Private to the page: marks the row of the document that is shown, which may have moved.
 */
void
dites_list_page_find_shown (DitesListPage *self)
{
  if (self->find_id == 0 && self->shown != NULL && !self->selecting)
    self->find_id = g_idle_add_once (find_shown_cb, self);
}

/**
 * dites_list_page_set_shown:
 * @self: a page
 * @id: (nullable): the id of the document that is shown beside it
 *
 * Marks a row as the one that is shown.
 */
void
dites_list_page_set_shown (DitesListPage *self,
                           const char    *id)
{
  g_autoptr (GtkBitset) chosen = NULL;
  g_autoptr (DitesRow) row = NULL;

  g_return_if_fail (DITES_IS_LIST_PAGE (self));

  /* Nothing that was asked for before may come in its place. */
  g_clear_object (&self->awaited);
  g_set_str (&self->shown, id);
  if (self->selecting)
    return;
  if (id == NULL)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      return;
    }

  chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (chosen))
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (chosen));
  if (row == NULL || strcmp (dites_row_get_id (row), id) != 0)
    dites_list_page_find_shown (self);
}

/**
 * dites_list_page_open_next:
 * @self: a page
 *
 * Opens what stands now where the document stood that was shown last.
 *
 * Returns: whether there is anything
 */
gboolean
dites_list_page_open_next (DitesListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0)
    return FALSE;

  dites_list_page_open (self, MIN (self->shown_place, n - 1));

  return TRUE;
}
