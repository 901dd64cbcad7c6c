/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-page-private.h"

/* Which rows are seen: the first ones, or that of the document that is shown beside the list. */

/* In how many frames rows that are new find their places. */
#define TOP_FRAMES 3

/* Another search or order begins at its beginning, with the first heading: a view keeps
 * its first row in place and would leave the heading above it out of sight. */
static gboolean
go_to_top_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  DitesListPage *self = DITES_LIST_PAGE (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->top);
  if (--self->top_frames > 0)
    return G_SOURCE_CONTINUE;

  self->top_id = 0;
  /* The first rows of a long list come before the others, with which it is asked for again. */
  if (!self->to_top)
    self->top = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dites_list_page_go_to_top:
 * @self: a page
 *
 * Private to the page: shows the first rows, or those that were shown the last time.
 */
void
dites_list_page_go_to_top (DitesListPage *self)
{
  self->top_frames = TOP_FRAMES;
  if (self->top_id == 0)
    self->top_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_to_top_cb, NULL, NULL);
}

/**
 * dites_list_page_ask_anew:
 * @self: a page
 *
 * Private to the page: another search or order is asked for, which begins at its top. The rows that are
 * there until it is answered go to theirs: only from there a view gives their widgets to others.
 */
void
dites_list_page_ask_anew (DitesListPage *self)
{
  self->to_top = TRUE;
  self->from_nothing = g_list_model_get_n_items (G_LIST_MODEL (self->query)) == 0;
  if (!self->from_nothing)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

/* Whether somebody has scrolled on from the first rows of a long list before the others came. */
static gboolean
has_scrolled_on (DitesListPage *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));

  return self->from_nothing && self->top_id == 0 && value >= 1 && ABS (value - self->top) >= 1;
}

static void
left_cb (DitesListPage *self)
{
  self->left = TRUE;
}

/**
 * dites_list_page_follow_focus:
 * @self: a page
 *
 * Private to the page: knows from now on whether the keyboard has been in the rows.
 */
void
dites_list_page_follow_focus (DitesListPage *self)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

/**
 * dites_list_page_begin_at_top:
 * @self: a page
 *
 * Private to the page: begins with the first rows. The keyboard goes on there, too, and so does a choice
 * with Shift; where all rows have gone, a view would go on at the last of those that came.
 */
void
dites_list_page_begin_at_top (DitesListPage *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  gboolean           within = (gtk_widget_get_state_flags (GTK_WIDGET (self->list_view)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  g_autoptr (GtkBitset) chosen = NULL;

  if (has_scrolled_on (self))
    {
      self->top = 0;
      return;
    }

  dites_list_page_go_to_top (self);
  if ((!within && !self->left) || g_list_model_get_n_items (G_LIST_MODEL (selection)) == 0)
    return;

  self->left = FALSE;
  chosen = gtk_selection_model_get_selection (selection);
  if (!gtk_bitset_is_empty (chosen))
    {
      gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
      return;
    }

  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_selection_model_unselect_item (selection, 0);
}

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
  if (place == 0)
    dites_list_page_go_to_top (self);
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

/**
 * dites_list_page_focus_shown:
 * @self: a page
 *
 * Moves the focus to what stands where the document stood that was shown last; to the search
 * where there is nothing.
 */
void
dites_list_page_focus_shown (DitesListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  /* The row is the one that gets the focus when the list does. */
  if (n > 0)
    gtk_list_view_scroll_to (self->list_view, MIN (self->shown_place, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  if (n == 0 || !gtk_widget_grab_focus (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
