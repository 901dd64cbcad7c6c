/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-page-private.h"

/* What is searched for in the list, by who types in it, who asks from outside, and the last
 * time. */

static void
search_changed_cb (DitesListPage *self)
{
  /* The entry says it once more, a moment after it was set. */
  if (!g_set_str (&self->search, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    return;

  dites_list_page_ask_anew (self);
  dites_query_set_search (self->query, self->search);
  dites_list_page_update_title (self);
  g_object_notify (G_OBJECT (self), "search");
}

/* Somebody types in the list: the rest is typed in the field. */
static void
search_started_cb (DitesListPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (text, -1);
}

/**
 * dites_list_page_stop_search:
 * @self: a page
 *
 * Private to the page: lets go of the search, and goes to the rows.
 */
void
dites_list_page_stop_search (DitesListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
search_activated_cb (DitesListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->query)) == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  dites_list_page_open (self, 0);
}

/**
 * dites_list_page_set_up_search:
 * @self: a page
 *
 * Private to the page: follows the search field.
 */
void
dites_list_page_set_up_search (DitesListPage *self)
{
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->stack));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-started", G_CALLBACK (search_started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (dites_list_page_stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dites_list_page_start_search:
 * @self: a page
 *
 * Puts the keyboard into the search field.
 */
void
dites_list_page_start_search (DitesListPage *self)
{
  g_return_if_fail (DITES_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * dites_list_page_get_search:
 * @self: a page
 *
 * Returns: what is searched for; may be empty
 */
const char *
dites_list_page_get_search (DitesListPage *self)
{
  return self->search;
}

/**
 * dites_list_page_get_scroll:
 * @self: a page
 *
 * Returns: how far down the list is, in pixels
 */
double
dites_list_page_get_scroll (DitesListPage *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

/**
 * dites_list_page_search:
 * @self: a page
 * @text: what to search for
 *
 * Lists what a text finds among all documents of the kind, and puts the keyboard behind it.
 */
void
dites_list_page_search (DitesListPage *self,
                        const char    *text)
{
  g_return_if_fail (DITES_IS_LIST_PAGE (self));

  dites_list_page_clear_filters (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  search_changed_cb (self);
  search_started_cb (self);
}

/**
 * dites_list_page_restore:
 * @self: a page that is not shown yet
 * @search: what was searched for
 * @scroll: how far down it was, in pixels
 *
 * Lists what was listed before.
 */
void
dites_list_page_restore (DitesListPage *self,
                         const char    *search,
                         double         scroll)
{
  g_return_if_fail (DITES_IS_LIST_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
  search_changed_cb (self);
  self->top = MAX (scroll, 0);
}
