/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-list-content.h"
#include "dites-list-page-private.h"
#include "dites-list-row.h"

/* The rows of the list and their headings, and what is done to them with the pointer. */

static void
open_row (DitesListPage *self,
          DitesRow      *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-document", "s", dites_row_get_id (row));
}

static void
read_cb (DitesListPage *self,
         GParamSpec    *property,
         DitesRow      *row)
{
  if (!dites_row_is_loaded (row))
    return;

  g_signal_handlers_disconnect_by_func (row, read_cb, self);
  if (self->awaited != row)
    return;

  open_row (self, row);
  g_clear_object (&self->awaited);
}

/**
 * dites_list_page_open:
 * @self: a page
 * @position: the place of a row
 *
 * Private to the page: opens the document of a row, now or when the row has been read.
 * Only the row that was asked for last is waited for.
 */
void
dites_list_page_open (DitesListPage *self,
                      guint          position)
{
  g_autoptr (DitesRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_clear_object (&self->awaited);
  if (row == NULL)
    return;
  if (dites_row_is_loaded (row))
    {
      open_row (self, row);
      return;
    }

  g_signal_handlers_disconnect_by_func (row, read_cb, self);
  g_signal_connect_object (row, "notify::document", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  self->awaited = g_steal_pointer (&row);
}

static guint
get_position (DitesListPage *self,
              double         x,
              double         y)
{
  DitesListRow *row = dites_list_row_at (self->list_view, x, y);

  return row != NULL ? dites_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
}

static gboolean
is_modified (GtkGesture *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

static void
focus_row_at (DitesListPage *self,
              double         x,
              double         y)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (dites_list_row_at (self->list_view, x, y))));
}

/* The list would choose the row alone. */
static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            gpointer    user_data)
{
  DitesListPage *self = user_data;

  self->pressed = get_position (self, x, y);
  if (self->pressed == GTK_INVALID_LIST_POSITION || !self->selecting || is_modified (gesture))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  focus_row_at (self, x, y);
}

/* While rows are being chosen, a click on one chooses it or no longer, when the button is let go:
 * what is dragged meanwhile stays chosen. */
static void
chosen_cb (GtkGesture *gesture,
           int         n_press,
           double      x,
           double      y,
           gpointer    user_data)
{
  DitesListPage *self = user_data;
  guint          position = get_position (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION || position != self->pressed || !self->selecting || is_modified (gesture))
    return;

  if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), position);
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, FALSE);
}

static void
released_cb (GtkGesture *gesture,
             int         n_press,
             double      x,
             double      y,
             gpointer    user_data)
{
  DitesListPage *self = user_data;
  guint          position = get_position (self, x, y);

  if (position != GTK_INVALID_LIST_POSITION && position == self->pressed && !self->selecting && !is_modified (gesture))
    dites_list_page_open (self, position);
}

static void
show_menu (DitesListPage *self,
           GtkGesture    *gesture,
           double         x,
           double         y)
{
  guint position = get_position (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  focus_row_at (self, x, y);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "list.menu", NULL);
}

static void
secondary_pressed_cb (GtkGesture *gesture,
                      int         n_press,
                      double      x,
                      double      y,
                      gpointer    user_data)
{
  show_menu (user_data, gesture, x, y);
}

static void
long_pressed_cb (GtkGesture *gesture,
                 double      x,
                 double      y,
                 gpointer    user_data)
{
  show_menu (user_data, gesture, x, y);
}

/* What is dragged out is the row, or all that are chosen if it is one of them. */
static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       user_data)
{
  DitesListPage *self = user_data;
  guint          position = get_position (self, x, y);
  g_autoptr (GtkBitset) dragged = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;

  if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    dragged = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  else
    dragged = gtk_bitset_new_range (position, 1);

  return dites_list_content_new (self->store, self->query, self->kind, dragged);
}

static void
add_gesture (DitesListPage *self,
             GtkGesture    *gesture,
             guint          button,
             const char    *signal,
             GCallback      callback)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  g_signal_connect_object (gesture, signal, callback, self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (gesture));
}

/* Those of all rows together: a view makes two hundred rows, and each would have its own. */
static void
add_gestures (DitesListPage *self)
{
  GtkGesture    *choose = gtk_gesture_click_new ();
  GtkGesture    *long_press = gtk_gesture_long_press_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (choose), GTK_PHASE_CAPTURE);
  add_gesture (self, choose, GDK_BUTTON_PRIMARY, "pressed", G_CALLBACK (pressed_cb));
  g_signal_connect_object (choose, "released", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
  add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_PRIMARY, "released", G_CALLBACK (released_cb));
  add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (secondary_pressed_cb));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_gesture (self, long_press, 0, "pressed", G_CALLBACK (long_pressed_cb));

  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  add_gesture (self, GTK_GESTURE (drag), GDK_BUTTON_PRIMARY, "prepare", G_CALLBACK (prepare_drag_cb));
  /* A press that chooses is one that may begin a drag, too; it is stopped on its way. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_gesture_group (GTK_GESTURE (drag), choose);
}

static void
set_up_row_cb (DitesListPage *self,
               GtkListItem   *item)
{
  gtk_list_item_set_child (item, dites_list_row_new (item));
}

static void
bind_row_cb (DitesListPage *self,
             GtkListItem   *item)
{
  DitesListRow *row = DITES_LIST_ROW (gtk_list_item_get_child (item));

  dites_list_row_set_checks (row, self->selecting);
  dites_list_row_set_section (row, dites_query_get_section_label (self->query, gtk_list_item_get_position (item)));
  dites_list_row_set_row (row, gtk_list_item_get_item (item));
}

static void
unbind_row_cb (DitesListPage *self,
               GtkListItem   *item)
{
  dites_list_row_set_row (DITES_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

/* @box stands over the row at @start. */
static void
update_heading (DitesListPage *self,
                GtkWidget     *box,
                guint          start)
{
  GtkWidget       *label = gtk_widget_get_first_child (box);
  const char      *text = dites_query_get_section_label (self->query, start);
  g_autofree char *count = NULL;
  guint            first, end;

  dites_query_get_section (self->query, start, &first, &end);
  count = end != G_MAXUINT ? g_strdup_printf ("%'u", end - first) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), count);
  gtk_widget_set_visible (box, *text != '\0');
}

static void
set_up_heading_cb (DitesListPage *self,
                   GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (box, "list-heading");
  gtk_list_header_set_child (header, box);
}

static void
bind_heading_cb (DitesListPage *self,
                 GtkListHeader *header)
{
  update_heading (self, gtk_list_header_get_child (header), gtk_list_header_get_start (header));
}

/**
 * dites_list_page_update_headings:
 * @self: a page
 *
 * Private to the page: has the headings say what their sections are called now, and how many rows
 * they have, and the rows what to leave out. A view does not tell them while the row below is the same, and loses count of where they are.
 */
void
dites_list_page_update_headings (DitesListPage *self)
{
  GtkWidget *heading = NULL;

  for (GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); place != NULL; place = gtk_widget_get_next_sibling (place))
    {
      GtkWidget *child = gtk_widget_get_first_child (place);

      if (DITES_IS_LIST_ROW (child))
        {
          guint position = dites_list_row_get_position (DITES_LIST_ROW (child));

          if (heading != NULL)
            update_heading (self, heading, position);
          dites_list_row_set_section (DITES_LIST_ROW (child), dites_query_get_section_label (self->query, position));
        }
      heading = child != NULL && gtk_widget_has_css_class (child, "list-heading") ? child : NULL;
    }
}

/**
 * dites_list_page_update_checks:
 * @self: a page
 *
 * Private to the page: shows or hides the check buttons of the rows that are on screen.
 */
void
dites_list_page_update_checks (DitesListPage *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (DITES_IS_LIST_ROW (row))
        dites_list_row_set_checks (DITES_LIST_ROW (row), self->selecting);
    }
}

/**
 * dites_list_page_set_up_rows:
 * @self: a page
 *
 * Private to the page: makes rows and headings for the view.
 */
void
dites_list_page_set_up_rows (DitesListPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  add_gestures (self);
  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, rows);

  g_signal_connect_object (headings, "setup", G_CALLBACK (set_up_heading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "bind", G_CALLBACK (bind_heading_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->list_view, headings);
}
