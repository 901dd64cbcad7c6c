/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-entries-row.h"

#include <glib/gi18n.h>

#include "dites-typed-value.h"

/**
 * DitesEntriesRow:
 *
 * A field that has any number of values of one line, each in an entry of its own.
 */
struct _DitesEntriesRow
{
  DitesFieldRow parent_instance;

  GtkBox    *box;
  GPtrArray *lines;  /* of Line: one per value, at least one, and one more while adding */
  gboolean   adding; /* an entry waits for another value */
  guint      tidy_id;
};

G_DEFINE_FINAL_TYPE (DitesEntriesRow, dites_entries_row, DITES_TYPE_FIELD_ROW)

/* One value and the widgets it is in. */
typedef struct
{
  DitesEntriesRow *row; /* (unowned) */
  DitesTypedValue *typed;
  GtkWidget       *box;
  GtkWidget       *write; /* (nullable): where the value is an address to write to */
  GtkWidget       *remove;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_signal_handlers_disconnect_by_data (line->typed, line);
  g_object_unref (line->typed);
  g_free (line);
}

/* The values as pieces of their JSON. */
static GArray *
get_values (DitesEntriesRow *self)
{
  GArray       *values = g_array_new (FALSE, FALSE, sizeof (DitesJson));
  DitesJson     value;
  DitesJson     element;
  DitesJsonIter iter;

  if (!dites_field_row_get_value (DITES_FIELD_ROW (self), &value))
    return values;
  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    return g_array_append_val (values, value);

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    g_array_append_val (values, element);

  return values;
}

static void
add_value (GString  *json,
           DitesJson value)
{
  DitesJsonIter iter;
  DitesJson     element;

  /* A number that is there already is not there twice. */
  dites_json_iter_init (&iter, dites_json_of (json->str, -1));
  while (dites_json_iter_next (&iter, NULL, &element))
    if (dites_json_equal (element, value))
      return;

  g_string_truncate (json, json->len - 1);
  if (json->len > 1)
    g_string_append_c (json, ',');
  g_string_append_len (json, value.text, value.length);
  g_string_append_c (json, ']');
}

/* The values with the one at @position replaced by the array @json, or taken out; NULL for none. */
static char *
replace (DitesEntriesRow *self,
         guint            position,
         const char      *json)
{
  g_autoptr (GArray) values = get_values (self);
  g_autoptr (GString) all = g_string_new ("[]");

  for (guint i = 0; i < MAX (values->len, position + 1); i++)
    {
      DitesJsonIter iter;
      DitesJson     element;

      if (i != position)
        {
          if (i < values->len)
            add_value (all, g_array_index (values, DitesJson, i));
          continue;
        }
      if (json == NULL)
        continue;
      dites_json_iter_init (&iter, dites_json_of (json, -1));
      while (dites_json_iter_next (&iter, NULL, &element))
        add_value (all, element);
    }

  return all->len > 2 ? g_string_free_and_steal (g_steal_pointer (&all)) : NULL;
}

static guint
get_position (Line *line)
{
  guint position = 0;

  g_ptr_array_find (line->row->lines, line, &position);

  return position;
}

static void
drop_line (DitesEntriesRow *self)
{
  Line *line = self->lines->pdata[self->lines->len - 1];
  Line *first = self->lines->pdata[0];

  dites_field_row_set_control (DITES_FIELD_ROW (self), dites_typed_value_get_widget (first->typed));
  gtk_box_remove (self->box, line->box);
  g_ptr_array_remove_index (self->lines, self->lines->len - 1);
}

static guint
count_lines (DitesEntriesRow *self,
             guint            n_values)
{
  return MAX (n_values + (self->adding ? 1 : 0), 1);
}

/* An entry without a value goes away, and so does one that was asked for and left empty. */
static void
tidy_cb (gpointer user_data)
{
  DitesEntriesRow *self = user_data;
  g_autoptr (GArray) values = get_values (self);
  Line *last = self->lines->pdata[self->lines->len - 1];

  self->tidy_id = 0;
  if (self->adding && !dites_field_row_has_focus (DITES_FIELD_ROW (self)) && dites_typed_value_is_blank (last->typed))
    self->adding = FALSE;
  while (self->lines->len > count_lines (self, values->len))
    drop_line (self);
}

/* Not while the entry is being left. */
static void
tidy_later (DitesEntriesRow *self)
{
  if (self->tidy_id == 0)
    self->tidy_id = g_idle_add_once (tidy_cb, self);
}

static void
taken_over_cb (Line       *line,
               const char *json)
{
  g_autofree char *values = replace (line->row, get_position (line), json);

  line->row->adding = FALSE;
  dites_field_row_set_typed (DITES_FIELD_ROW (line->row), line->typed, values);
  tidy_later (line->row);
}

static void
refusal_cb (Line *line)
{
  DitesFieldRow *row = DITES_FIELD_ROW (line->row);

  dites_field_row_set_control (row, dites_typed_value_get_widget (line->typed));
  dites_field_row_refuse (row, dites_typed_value_get_refusal (line->typed));
}

static void refresh (DitesEntriesRow *self);

static void
focus_line (DitesEntriesRow *self,
            guint            position)
{
  Line *line = self->lines->pdata[MIN (position, self->lines->len - 1)];

  gtk_widget_grab_focus (dites_typed_value_get_widget (line->typed));
}

static void
removed_cb (Line *line)
{
  g_autoptr (DitesEntriesRow) self = g_object_ref (line->row);
  g_autoptr (GArray) values = get_values (self);
  guint position = get_position (line);

  /* What was typed there goes with it. */
  dites_typed_value_follow (line->typed, NULL);
  dites_typed_value_refuse (line->typed, NULL);
  dites_typed_value_set_text (line->typed, "");
  if (position < values->len)
    {
      g_autofree char *others = replace (self, position, NULL);

      dites_field_row_set_value (DITES_FIELD_ROW (self), others);
    }
  self->adding = FALSE;
  refresh (self);
  focus_line (self, position > 0 ? position - 1 : 0);
}

static void
added_cb (DitesEntriesRow *self)
{
  self->adding = TRUE;
  refresh (self);
  focus_line (self, self->lines->len - 1);
}

/* Offers to write to what is stored, once there is something. */
static void
follow_address (GtkWidget       *button,
                const DitesJson *value)
{
  g_autofree char *address = value != NULL ? dites_json_dup_string (*value) : NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (button, address != NULL);
  if (address == NULL)
    return;

  /* Translators: %s is an e-mail address. */
  tooltip = g_strdup_printf (_("Write to “%s”"), address);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
}

static GtkWidget *
new_write_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("mail-unread-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-mail");

  return button;
}

static void
add_line (DitesEntriesRow *self)
{
  DitesFieldRow    *row = DITES_FIELD_ROW (self);
  const DitesField *field = dites_field_row_get_field (row);
  Line             *line = g_new0 (Line, 1);
  GtkWidget        *entry;
  g_autofree char  *name = NULL;

  line->row = self;
  line->typed = dites_typed_value_new_for_entry (field);
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  entry = dites_typed_value_get_widget (line->typed);
  g_signal_connect_swapped (line->typed, "taken-over", G_CALLBACK (taken_over_cb), line);
  g_signal_connect_swapped (line->typed, "notify::refusal", G_CALLBACK (refusal_cb), line);
  g_signal_connect_swapped (line->remove, "clicked", G_CALLBACK (removed_cb), line);

  /* Translators: %s is the label of a field with several values, such as phone numbers. */
  name = g_strdup_printf (_("Remove from “%s”"), dites_field_get_label (field));
  gtk_widget_add_css_class (line->remove, "flat");
  gtk_widget_set_tooltip_text (line->remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_field_get_label (field), -1);
  gtk_box_append (GTK_BOX (line->box), entry);
  if (field->type == DITES_FIELD_EMAIL)
    {
      line->write = new_write_button ();
      gtk_box_append (GTK_BOX (line->box), line->write);
    }
  gtk_box_append (GTK_BOX (line->box), line->remove);
  gtk_box_append (self->box, line->box);
  g_ptr_array_add (self->lines, line);
  if (self->lines->len == 1)
    dites_field_row_set_control (row, entry);
}

static void
refresh (DitesEntriesRow *self)
{
  g_autoptr (GArray) values = get_values (self);
  guint n_lines = count_lines (self, values->len);

  while (self->lines->len < n_lines)
    add_line (self);
  if (self->lines->len > n_lines)
    tidy_later (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line            *line = self->lines->pdata[i];
      const DitesJson *value = i < values->len ? &g_array_index (values, DitesJson, i) : NULL;

      dites_typed_value_follow (line->typed, value);
      if (line->write != NULL)
        follow_address (line->write, value);
      gtk_widget_set_visible (line->remove, values->len > 0);
    }
}

static void
dites_entries_row_follow (DitesFieldRow   *row,
                          const DitesJson *value)
{
  refresh (DITES_ENTRIES_ROW (row));
}

static void
dites_entries_row_take_over (DitesFieldRow *row)
{
  DitesEntriesRow *self = DITES_ENTRIES_ROW (row);

  /* Backwards: what is emptied moves those behind it. */
  for (guint i = self->lines->len; i > 0; i--)
    dites_typed_value_take_over (((Line *) self->lines->pdata[i - 1])->typed);
  if (self->adding)
    tidy_later (self);
}

static void
dites_entries_row_constructed (GObject *object)
{
  DitesEntriesRow *self = DITES_ENTRIES_ROW (object);
  DitesFieldRow   *row = DITES_FIELD_ROW (object);
  GtkWidget       *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = NULL;

  /* Translators: %s is the label of a field with several values, such as phone numbers. */
  name = g_strdup_printf (_("Add to “%s”"), dites_field_get_label (dites_field_row_get_field (row)));
  gtk_widget_set_tooltip_text (add, name);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  dites_field_row_add (row, GTK_WIDGET (self->box), DITES_FIELD_ROW_BELOW);
  dites_field_row_add (row, add, DITES_FIELD_ROW_TITLE);

  G_OBJECT_CLASS (dites_entries_row_parent_class)->constructed (object);
}

static void
dites_entries_row_dispose (GObject *object)
{
  DitesEntriesRow *self = DITES_ENTRIES_ROW (object);

  g_clear_handle_id (&self->tidy_id, g_source_remove);
  g_ptr_array_set_size (self->lines, 0);

  G_OBJECT_CLASS (dites_entries_row_parent_class)->dispose (object);
}

static void
dites_entries_row_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_ENTRIES_ROW (object)->lines);

  G_OBJECT_CLASS (dites_entries_row_parent_class)->finalize (object);
}

static void
dites_entries_row_class_init (DitesEntriesRowClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  object_class->constructed = dites_entries_row_constructed;
  object_class->dispose = dites_entries_row_dispose;
  object_class->finalize = dites_entries_row_finalize;
  row_class->follow = dites_entries_row_follow;
  row_class->take_over = dites_entries_row_take_over;
}

static void
dites_entries_row_init (DitesEntriesRow *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

/**
 * dites_entries_row_new:
 * @source: where the values are
 * @field: a field of several values of one line
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_entries_row_new (DitesValueSource *source,
                       const DitesField *field)
{
  return g_object_new (DITES_TYPE_ENTRIES_ROW, "source", source, "field", field, NULL);
}
