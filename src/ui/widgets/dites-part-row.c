/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-part-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-store-reads.h"

/**
 * DitesPartRow:
 *
 * A field that names a part of what another field refers to: a room of the home.
 * The parts that there are can be chosen, and what the field has stays among them
 * even if no part is called so any more.
 */
struct _DitesPartRow
{
  DitesFieldRow parent_instance;

  char         *owner; /* (nullable): the id of the document whose parts they are */
  GPtrArray    *ids;   /* of char *: what is chosen, by place; NULL for nothing */
  GPtrArray    *parts; /* of DitesDocument */
  char         *shown; /* what the choices are made of */
  gboolean      showing;
  GCancellable *cancellable;

  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (DitesPartRow, dites_part_row, DITES_TYPE_FIELD_ROW)

static DitesEditor *
get_editor (DitesPartRow *self)
{
  return DITES_EDITOR (dites_field_row_get_source (DITES_FIELD_ROW (self)));
}

/* "housing.units": the field that refers to the owner, and the owner's member. */
static const DitesField *
get_reference (DitesPartRow *self)
{
  const char      *from = dites_field_row_get_field (DITES_FIELD_ROW (self))->choices_from;
  g_autofree char *name = g_strndup (from, strcspn (from, "."));

  return dites_kind_get_field (dites_editor_get_kind (get_editor (self)), name);
}

static const DitesField *
get_items (DitesPartRow *self)
{
  const char *from = dites_field_row_get_field (DITES_FIELD_ROW (self))->choices_from;

  return dites_kind_get_field (dites_kind_get (get_reference (self)->target), strchr (from, '.') + 1);
}

static char *
describe (DitesPartRow  *self,
          DitesDocument *part,
          const char    *id)
{
  gsize            length;
  const char      *text = dites_document_get_text (part, &length);
  g_autofree char *described = dites_value_format (get_items (self), dites_json_of (text, length), NULL, NULL);

  return *described != '\0' ? g_steal_pointer (&described) : g_strdup (id);
}

static void
add_choice (DitesPartRow  *self,
            GtkStringList *labels,
            const char    *id,
            const char    *label)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_append (labels, label);
}

/* Where @id is among the choices. */
static guint
find_choice (DitesPartRow *self,
             const char   *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
fill (DitesPartRow *self,
      const char   *current)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->ids, 0);
  add_choice (self, labels, NULL, _("Not Specified"));
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *id = dites_document_dup_string (self->parts->pdata[i], "id");
      g_autofree char *label = NULL;

      if (id == NULL || *id == '\0')
        continue;
      label = describe (self, self->parts->pdata[i], id);
      add_choice (self, labels, id, label);
    }
  if (find_choice (self, current) == GTK_INVALID_LIST_POSITION)
    add_choice (self, labels, current, current);

  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), self->ids->len > 1);
}

/* The choices are made anew only where they must be: this also runs while one is being made. */
static void
show (DitesPartRow *self)
{
  DitesJson        value;
  g_autofree char *current = dites_field_row_get_value (DITES_FIELD_ROW (self), &value) ? dites_json_dup_string (value) : NULL;
  g_autoptr (GString) shown = g_string_new (self->owner);

  for (guint i = 0; i < self->parts->len; i++)
    g_string_append_printf (shown, "\n%s", dites_document_get_text (self->parts->pdata[i], NULL));

  self->showing = TRUE;
  if (g_set_str (&self->shown, shown->str) || find_choice (self, current) == GTK_INVALID_LIST_POSITION)
    fill (self, current);
  if (gtk_drop_down_get_selected (self->drop_down) != find_choice (self, current))
    gtk_drop_down_set_selected (self->drop_down, find_choice (self, current));
  self->showing = FALSE;
}

static void
selected_cb (DitesPartRow *self)
{
  guint       selected = gtk_drop_down_get_selected (self->drop_down);
  const char *id = selected < self->ids->len ? self->ids->pdata[selected] : NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  if (self->showing)
    return;

  if (id != NULL)
    dites_json_append_string (json, id);
  dites_field_row_set_value (DITES_FIELD_ROW (self), id != NULL ? json->str : NULL);
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (DitesPartRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesSnapshot) snapshot = dites_store_get_finish (DITES_STORE (object), result, &error);

  if (snapshot == NULL)
    {
      g_debug ("No parts to choose from: %s", error->message);
      return;
    }
  if (snapshot->document != NULL && g_strcmp0 (dites_document_get_id (snapshot->document), self->owner) != 0)
    return;

  g_ptr_array_unref (self->parts);
  self->parts = snapshot->document != NULL ? dites_document_get_items (snapshot->document, get_items (self)->name)
                                           : g_ptr_array_new ();
  show (self);
}

static void
read_owner (DitesPartRow *self)
{
  if (self->owner != NULL)
    dites_store_get_async (dites_editor_get_store (get_editor (self)), self->owner, self->cancellable, got_cb, g_object_ref (self));
}

static void
dites_part_row_follow (DitesFieldRow   *row,
                       const DitesJson *value)
{
  DitesPartRow    *self = DITES_PART_ROW (row);
  DitesDocument   *document = dites_editor_get_document (get_editor (self));
  g_autofree char *owner = document != NULL ? dites_document_dup_string (document, get_reference (self)->name) : NULL;

  if (g_set_str (&self->owner, owner))
    {
      g_ptr_array_set_size (self->parts, 0);
      read_owner (self);
    }
  show (self);
}

static void
dites_part_row_constructed (GObject *object)
{
  DitesPartRow  *self = DITES_PART_ROW (object);
  DitesFieldRow *row = DITES_FIELD_ROW (object);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, GTK_WIDGET (self->drop_down), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, GTK_WIDGET (self->drop_down));
  /* The parts may become others. */
  g_signal_connect_object (dites_editor_get_store (get_editor (self)), "changed", G_CALLBACK (read_owner), self, G_CONNECT_SWAPPED);

  G_OBJECT_CLASS (dites_part_row_parent_class)->constructed (object);
}

static void
dites_part_row_dispose (GObject *object)
{
  g_cancellable_cancel (DITES_PART_ROW (object)->cancellable);

  G_OBJECT_CLASS (dites_part_row_parent_class)->dispose (object);
}

static void
dites_part_row_finalize (GObject *object)
{
  DitesPartRow *self = DITES_PART_ROW (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->parts);
  g_free (self->owner);
  g_free (self->shown);

  G_OBJECT_CLASS (dites_part_row_parent_class)->finalize (object);
}

static void
dites_part_row_class_init (DitesPartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dites_part_row_constructed;
  object_class->dispose = dites_part_row_dispose;
  object_class->finalize = dites_part_row_finalize;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_part_row_follow;
}

static void
dites_part_row_init (DitesPartRow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * dites_part_row_new:
 * @editor: the editor of a document
 * @field: a field of its kind that names a part: one with "choices_from"
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_part_row_new (DitesEditor      *editor,
                    const DitesField *field)
{
  g_return_val_if_fail (field->choices_from != NULL, NULL);

  return g_object_new (DITES_TYPE_PART_ROW, "source", editor, "field", field, NULL);
}
