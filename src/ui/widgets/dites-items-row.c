/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-items-row.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-part-source.h"

/**
 * DitesItemsRow:
 *
 * The parts of a document, such as the rooms of a home: each opens into a small
 * form of its own. They can be added, taken away, and put into another order with
 * the pointer, the keyboard or the menu of each.
 */
struct _DitesItemsRow
{
  DitesFieldRow parent_instance;

  GtkListBox *list;
  GtkWidget  *add_button;
  GPtrArray  *rows;    /* of GtkWidget: the expanders, by place */
  int         dragged; /* the place of the one that is being dragged, or -1 */
};

G_DEFINE_FINAL_TYPE (DitesItemsRow, dites_items_row, DITES_TYPE_FIELD_ROW)

static DitesItemsRow *
get_items_row (GtkWidget *expander)
{
  return DITES_ITEMS_ROW (gtk_widget_get_ancestor (gtk_widget_get_parent (expander), DITES_TYPE_ITEMS_ROW));
}

static guint
get_index (DitesItemsRow *self,
           GtkWidget     *expander)
{
  guint index = 0;

  g_ptr_array_find (self->rows, expander, &index);

  return index;
}

static GPtrArray *
get_parts (DitesItemsRow *self)
{
  return dites_parts_get (dites_field_row_get_source (DITES_FIELD_ROW (self)), dites_field_row_get_field (DITES_FIELD_ROW (self)));
}

static gboolean
set_parts (DitesItemsRow *self,
           GPtrArray     *parts)
{
  g_autoptr (GError) error = NULL;
  gboolean set = dites_parts_set (dites_field_row_get_source (DITES_FIELD_ROW (self)),
                                  dites_field_row_get_field (DITES_FIELD_ROW (self)), parts, &error);

  dites_field_row_refuse (DITES_FIELD_ROW (self), set ? NULL : error->message);

  return set;
}

/* What a part says of itself, on one line. */
static char *
describe (DitesItemsRow *self,
          const char    *part)
{
  g_autofree char *text = dites_value_format (dites_field_row_get_field (DITES_FIELD_ROW (self)), dites_json_of (part, -1),
                                              dites_value_source_title_of, dites_field_row_get_source (DITES_FIELD_ROW (self)));
  DitesJson        id;

  g_strdelimit (text, "\n", ' ');
  if (*text == '\0' && dites_json_get_member (dites_json_of (part, -1), "id", &id))
    {
      g_free (text);
      text = dites_json_dup_string (id);
    }

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : g_strdup (_("Not Described Yet"));
}

static void
focus_part (DitesItemsRow *self,
            guint          index)
{
  gtk_widget_child_focus (self->rows->pdata[index], GTK_DIR_TAB_FORWARD);
}

static void
move (DitesItemsRow *self,
      guint          from,
      guint          to)
{
  g_autoptr (GPtrArray) parts = get_parts (self);
  g_autofree char *message = NULL;
  gboolean         was_open, was_open_there;

  if (from == to || from >= parts->len || to >= parts->len)
    return;

  was_open = adw_expander_row_get_expanded (self->rows->pdata[from]);
  was_open_there = adw_expander_row_get_expanded (self->rows->pdata[to]);
  g_ptr_array_insert (parts, to, g_ptr_array_steal_index (parts, from));
  if (!set_parts (self, parts))
    return;

  adw_expander_row_set_expanded (self->rows->pdata[from], was_open_there);
  adw_expander_row_set_expanded (self->rows->pdata[to], was_open);
  focus_part (self, to);
  /* Translators: the place of a part among all, and how many there are. */
  message = g_strdup_printf (_("Now %u of %u"), to + 1, parts->len);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_up_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DitesItemsRow *self = get_items_row (user_data);
  guint          index = get_index (self, user_data);

  if (index > 0)
    move (self, index, index - 1);
}

static void
move_down_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DitesItemsRow *self = get_items_row (user_data);
  guint          index = get_index (self, user_data);

  move (self, index, index + 1);
}

static void
remove_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DitesItemsRow *self = get_items_row (user_data);
  guint          index = get_index (self, user_data);
  g_autoptr (GPtrArray) parts = get_parts (self);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (index >= parts->len)
    return;

  title = describe (self, parts->pdata[index]);
  /* Translators: %s is what was taken away. */
  message = g_strdup_printf (_("Removed: %s"), title);
  /* What is being typed is taken over before its part goes. */
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_unref (parts);
  parts = get_parts (self);
  g_ptr_array_remove_index (parts, index);
  for (guint i = index; i < parts->len; i++)
    adw_expander_row_set_expanded (self->rows->pdata[i], adw_expander_row_get_expanded (self->rows->pdata[i + 1]));
  if (!set_parts (self, parts))
    return;

  /* To the part that has come to its place, or to the last. */
  if (parts->len > 0)
    focus_part (self, MIN (index, parts->len - 1));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
}

static GtkWidget *
find_field (GtkWidget *widget)
{
  GtkWidget *found = DITES_IS_FIELD_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_field (child);

  return found;
}

/* From the heading into the form, which takes the keyboard once it has been laid out. */
static gboolean
enter_form_cb (GtkWidget     *expander,
               GdkFrameClock *clock,
               gpointer       unused)
{
  GtkWidget *field = find_field (expander);

  if (field != NULL && !gtk_widget_get_mapped (field))
    return G_SOURCE_CONTINUE;
  if (field != NULL)
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

static void
add_cb (DitesItemsRow *self)
{
  g_autoptr (GPtrArray) parts = get_parts (self);
  GtkWidget *expander;
  guint      index = parts->len;

  g_ptr_array_add (parts, dites_parts_new (dites_field_row_get_field (DITES_FIELD_ROW (self)), parts));
  if (!set_parts (self, parts) || index >= self->rows->len)
    return;

  expander = self->rows->pdata[index];
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  focus_part (self, index);
  gtk_widget_add_tick_callback (expander, enter_form_cb, NULL, NULL);
}

static GdkContentProvider *
prepare_cb (GtkWidget *expander)
{
  DitesItemsRow *self = get_items_row (expander);

  self->dragged = get_index (self, expander);

  return gdk_content_provider_new_typed (G_TYPE_UINT, (guint) self->dragged);
}

static void
drag_begin_cb (GtkWidget *expander,
               GdkDrag   *drag)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (expander);

  gtk_drag_icon_set_from_paintable (drag, paintable, 0, 0);
}

static void
drag_end_cb (GtkWidget *expander)
{
  get_items_row (expander)->dragged = -1;
}

/* Only what comes from the same parts: the number alone says little. */
static gboolean
drop_cb (GtkWidget    *expander,
         const GValue *value)
{
  DitesItemsRow *self = get_items_row (expander);

  if (self->dragged < 0)
    return FALSE;

  move (self, self->dragged, get_index (self, expander));

  return TRUE;
}

static void
add_dragging (GtkWidget *expander,
              GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), expander, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), expander, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), expander, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), expander, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (target));
}

static void
add_actions (GtkWidget *expander)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  const GActionEntry  actions[] = {
    { "move-up", move_up_action, NULL, NULL, NULL, { 0 } },
    { "move-down", move_down_action, NULL, NULL, NULL, { 0 } },
    { "remove", remove_action, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), expander);
  gtk_widget_insert_action_group (expander, "part", G_ACTION_GROUP (group));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Up"), gtk_named_action_new ("part.move-up")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Down"), gtk_named_action_new ("part.move-down")));
  gtk_widget_add_controller (expander, shortcuts);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Move _Up"), "part.move-up");
  g_menu_append (menu, _("Move _Down"), "part.move-down");
  g_menu_append (menu, _("_Remove"), "part.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("Move or Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_row (DitesItemsRow *self)
{
  DitesFieldRow    *row = DITES_FIELD_ROW (self);
  const DitesField *field = dites_field_row_get_field (row);
  GtkWidget        *expander = adw_expander_row_new ();
  GtkWidget        *handle = dites_decoration_new ("list-drag-handle-symbolic");
  g_autoptr (DitesPartSource) source = dites_part_source_new (dites_field_row_get_source (row), field, self->rows->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_cursor_from_name (handle, "grab");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), handle);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), new_menu_button ());
  add_dragging (expander, handle);
  add_actions (expander);
  for (const DitesField *item = field->items; item->name != NULL; item++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), dites_field_row_new_for_source (DITES_VALUE_SOURCE (source), item));

  gtk_list_box_insert (self->list, expander, self->rows->len);
  g_ptr_array_add (self->rows, expander);
}

static void
remove_last_row (DitesItemsRow *self)
{
  gtk_list_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

static void
dites_items_row_follow (DitesFieldRow   *row,
                        const DitesJson *value)
{
  DitesItemsRow *self = DITES_ITEMS_ROW (row);
  g_autoptr (GPtrArray) parts = get_parts (self);

  while (self->rows->len > parts->len)
    remove_last_row (self);
  while (self->rows->len < parts->len)
    add_row (self);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *title = describe (self, parts->pdata[i]);

      adw_preferences_row_set_title (self->rows->pdata[i], title);
    }
}

static void
dites_items_row_constructed (GObject *object)
{
  DitesItemsRow   *self = DITES_ITEMS_ROW (object);
  DitesFieldRow   *row = DITES_FIELD_ROW (object);
  const char      *label = dites_field_get_label (dites_field_row_get_field (row));
  g_autofree char *name = g_strdup_printf (C_("field", "%s: %s"), label, _("Add"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "parts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  self->add_button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_button), _("Add"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_button), "list-add-symbolic");
  g_signal_connect_object (self->add_button, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->add_button);

  dites_field_row_add (row, GTK_WIDGET (self->list), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, self->add_button);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  G_OBJECT_CLASS (dites_items_row_parent_class)->constructed (object);
}

static void
dites_items_row_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_ITEMS_ROW (object)->rows);

  G_OBJECT_CLASS (dites_items_row_parent_class)->finalize (object);
}

static void
dites_items_row_class_init (DitesItemsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_items_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = dites_items_row_finalize;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_items_row_follow;
}

static void
dites_items_row_init (DitesItemsRow *self)
{
  self->rows = g_ptr_array_new ();
  self->dragged = -1;
}

/**
 * dites_items_row_new:
 * @source: where the value is
 * @field: an ITEMS field
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_items_row_new (DitesValueSource *source,
                     const DitesField *field)
{
  return g_object_new (DITES_TYPE_ITEMS_ROW, "source", source, "field", field, NULL);
}
