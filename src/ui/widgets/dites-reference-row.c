/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-reference-row.h"

#include <glib/gi18n.h>

#include "dites-pick-reference.h"

/**
 * DitesReferenceRow:
 *
 * What a document refers to, by its title: one document or several, each of which
 * can be opened and taken away; another one is picked by typing.
 */
struct _DitesReferenceRow
{
  DitesFieldRow parent_instance;

  GtkWidget *lines;       /* a box with a line for each reference */
  GtkWidget *pick_button; /* with the title of the one, or that adds one more */
  GtkLabel  *pick_label;  /* (nullable): where there is but one */
  char      *shown;       /* what the lines are made of */
};

G_DEFINE_FINAL_TYPE (DitesReferenceRow, dites_reference_row, DITES_TYPE_FIELD_ROW)

static DitesValueSource *
get_source (DitesReferenceRow *self)
{
  return dites_field_row_get_source (DITES_FIELD_ROW (self));
}

static gboolean
is_multiple (DitesReferenceRow *self)
{
  return (dites_field_row_get_field (DITES_FIELD_ROW (self))->flags & DITES_FIELD_MULTIPLE) != 0;
}

/* What a reference is called; a draft has not asked the store yet. */
static char *
dup_title (DitesReferenceRow *self,
           const char        *id)
{
  DitesValueSource *source = get_source (self);
  char             *title = dites_value_source_title_of (id, source);

  if (title != NULL)
    return title;

  return g_strdup (DITES_IS_EDITOR (source) && dites_editor_is_draft (DITES_EDITOR (source)) ? "…" : _("Not Here Any More"));
}

/* The ids of the value, of one or of several. */
static GPtrArray *
get_ids (const DitesJson *value)
{
  GPtrArray    *ids = g_ptr_array_new_with_free_func (g_free);
  DitesJsonIter iter;
  DitesJson     element;

  if (value == NULL)
    return ids;

  if (dites_json_get_type (*value) == DITES_JSON_STRING)
    g_ptr_array_add (ids, dites_json_dup_string (*value));
  else if (dites_json_get_type (*value) == DITES_JSON_ARRAY)
    for (dites_json_iter_init (&iter, *value); dites_json_iter_next (&iter, NULL, &element);)
      {
        char *id = dites_json_dup_string (element);

        if (id != NULL)
          g_ptr_array_add (ids, id);
      }

  return ids;
}

static void
pick_cb (DitesReferenceRow *self)
{
  dites_pick_reference (GTK_WIDGET (self), get_source (self), dites_field_row_get_field (DITES_FIELD_ROW (self)));
}

static void
opened_cb (GtkWidget         *button,
           DitesReferenceRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-document", "s", gtk_widget_get_name (button));
}

static void
removed_cb (GtkWidget         *button,
            DitesReferenceRow *self)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));

  /* The line goes; the focus stays in the row. */
  gtk_widget_grab_focus (self->pick_button);
  dites_remove_reference (get_source (self), dites_field_row_get_field (DITES_FIELD_ROW (self)), id);
}

static GtkWidget *
new_button (DitesReferenceRow *self,
            const char        *icon_name,
            const char        *tooltip,
            const char        *id,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_name (button, id);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, 0);

  return button;
}

static void
add_line (DitesReferenceRow *self,
          const char        *id)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = dup_title (self, id);
  g_autofree char *open = g_strdup_printf (_("Open “%s”"), title);
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), title);

  if (is_multiple (self))
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
    }
  /* Who is entering something leaves that only on purpose. */
  if (DITES_IS_EDITOR (get_source (self)))
    gtk_box_append (GTK_BOX (line), new_button (self, "go-next-symbolic", open, id, G_CALLBACK (opened_cb)));
  gtk_box_append (GTK_BOX (line), new_button (self, "edit-clear-symbolic", remove, id, G_CALLBACK (removed_cb)));
  gtk_box_append (GTK_BOX (self->lines), line);
}

static void
show (DitesReferenceRow *self,
      GPtrArray         *ids)
{
  gboolean   focused = gtk_widget_get_focus_child (self->lines) != NULL;
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  for (guint i = 0; i < ids->len; i++)
    add_line (self, ids->pdata[i]);
  gtk_widget_set_visible (self->lines, ids->len > 0);
  if (focused)
    gtk_widget_grab_focus (self->pick_button);
}

/* The button that picks says what it is about, and of one what is picked. */
static void
show_pick_button (DitesReferenceRow *self,
                  GPtrArray         *ids)
{
  const char      *label = dites_field_get_label (dites_field_row_get_field (DITES_FIELD_ROW (self)));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->pick_label != NULL)
    {
      title = ids->len > 0 ? dup_title (self, ids->pdata[0]) : g_strdup (_("Choose…"));
      gtk_label_set_text (self->pick_label, title);
      if (ids->len > 0)
        gtk_widget_remove_css_class (GTK_WIDGET (self->pick_label), "dimmed");
      else
        gtk_widget_add_css_class (GTK_WIDGET (self->pick_label), "dimmed");
    }
  name = g_strdup_printf (C_("field", "%s: %s"), label, title != NULL ? title : _("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pick_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
dites_reference_row_follow (DitesFieldRow   *row,
                            const DitesJson *value)
{
  DitesReferenceRow *self = DITES_REFERENCE_ROW (row);
  g_autoptr (GPtrArray) ids = get_ids (value);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *title = dup_title (self, ids->pdata[i]);

      g_string_append_printf (shown, "%s %s\n", (char *) ids->pdata[i], title);
    }
  if (!g_set_str (&self->shown, shown->str))
    return;

  show (self, ids);
  show_pick_button (self, ids);
}

/* For one, its title is the button; several have one beside them that adds to them. */
static void
make_pick_button (DitesReferenceRow *self)
{
  if (is_multiple (self))
    {
      self->pick_button = gtk_button_new_from_icon_name ("list-add-symbolic");
      gtk_widget_set_tooltip_text (self->pick_button, _("Add"));
      gtk_widget_set_valign (self->pick_button, GTK_ALIGN_CENTER);
    }
  else
    {
      GtkWidget *label = gtk_label_new (NULL);

      self->pick_label = GTK_LABEL (label);
      gtk_label_set_xalign (self->pick_label, 0);
      gtk_label_set_wrap (self->pick_label, TRUE);
      gtk_label_set_wrap_mode (self->pick_label, PANGO_WRAP_WORD_CHAR);
      self->pick_button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->pick_button), label);
      gtk_widget_add_css_class (self->pick_button, "value");
    }
  gtk_widget_add_css_class (self->pick_button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pick_button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_object (self->pick_button, "clicked", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
}

static void
dites_reference_row_constructed (GObject *object)
{
  DitesReferenceRow *self = DITES_REFERENCE_ROW (object);
  DitesFieldRow     *row = DITES_FIELD_ROW (object);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  make_pick_button (self);
  dites_field_row_add (row, is_multiple (self) ? self->lines : self->pick_button, DITES_FIELD_ROW_BELOW);
  dites_field_row_add (row, is_multiple (self) ? self->pick_button : self->lines, DITES_FIELD_ROW_BESIDE);
  dites_field_row_set_control (row, self->pick_button);
  /* Its name has the value, too. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->pick_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  show_pick_button (self, none);

  G_OBJECT_CLASS (dites_reference_row_parent_class)->constructed (object);
}

static void
dites_reference_row_finalize (GObject *object)
{
  g_free (DITES_REFERENCE_ROW (object)->shown);

  G_OBJECT_CLASS (dites_reference_row_parent_class)->finalize (object);
}

static void
dites_reference_row_class_init (DitesReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_reference_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = dites_reference_row_finalize;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_reference_row_follow;
}

static void
dites_reference_row_init (DitesReferenceRow *self)
{
}

/**
 * dites_reference_row_new:
 * @source: where the value is, whose store has what it refers to
 * @field: a REFERENCE field
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_reference_row_new (DitesValueSource *source,
                         const DitesField *field)
{
  return g_object_new (DITES_TYPE_REFERENCE_ROW, "source", source, "field", field, NULL);
}
