/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choice-row.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-fold.h"

/* From how many choices on they can be searched. */
#define MANY 12

/**
 * DitesChoiceRow:
 *
 * One of the choices of a field, or none. What may not be chosen is not: the row
 * says why, for as long as it is so.
 */
struct _DitesChoiceRow
{
  DitesFieldRow parent_instance;

  GtkDropDown *drop_down;
  GPtrArray   *ids;     /* of char *, by position; the first is NULL, for none */
  char        *tried;   /* (nullable): what was chosen and may not be, as JSON */
  gboolean     showing; /* the selection changes, but nobody chooses */
};

G_DEFINE_FINAL_TYPE (DitesChoiceRow, dites_choice_row, DITES_TYPE_FIELD_ROW)

static guint
find (DitesChoiceRow  *self,
      const DitesJson *value)
{
  for (guint i = 1; value != NULL && i < self->ids->len; i++)
    if (dites_json_string_equal (*value, self->ids->pdata[i]))
      return i;

  return 0;
}

static void
selected_cb (DitesChoiceRow *self)
{
  DitesFieldRow *row = DITES_FIELD_ROW (self);
  guint          selected = gtk_drop_down_get_selected (self->drop_down);
  DitesJson      value;
  gboolean       has = dites_field_row_get_value (row, &value);
  g_autoptr (GString) json = NULL;

  if (self->showing || selected >= self->ids->len || selected == find (self, has ? &value : NULL))
    return;

  if (self->ids->pdata[selected] != NULL)
    {
      json = g_string_new (NULL);
      dites_json_append_string (json, self->ids->pdata[selected]);
    }
  g_clear_pointer (&self->tried, g_free);
  if (dites_field_row_set_value (row, json != NULL ? json->str : NULL))
    return;

  self->tried = json != NULL ? g_strdup (json->str) : NULL;
  DITES_FIELD_ROW_GET_CLASS (self)->follow (row, has ? &value : NULL);
}

/* What another version chose, or another program wrote, is shown as it stands. */
static guint
add_unknown (DitesChoiceRow *self,
             DitesJson       value)
{
  char *id = dites_json_dup_string (value);

  if (id == NULL)
    return 0;

  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->drop_down)), id);
  g_ptr_array_add (self->ids, id);

  return self->ids->len - 1;
}

static void
dites_choice_row_follow (DitesFieldRow   *row,
                         const DitesJson *value)
{
  DitesChoiceRow *self = DITES_CHOICE_ROW (row);
  g_autoptr (GError) error = NULL;
  guint selected;

  self->showing = TRUE;
  selected = find (self, value);
  if (value != NULL && selected == 0)
    selected = add_unknown (self, *value);
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->showing = FALSE;

  if (self->tried == NULL)
    return;
  if (dites_value_source_allows (dites_field_row_get_source (row), dites_field_row_get_field (row), self->tried, &error))
    g_clear_pointer (&self->tried, g_free);
  dites_field_row_refuse (row, error != NULL ? error->message : NULL);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  in_list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (GPOINTER_TO_INT (in_list))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_box_append (GTK_BOX (box), dites_decoration_new ("object-select-symbolic"));
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
    }
  gtk_list_item_set_child (item, box);
}

static void
show_check (GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (check, gtk_list_item_get_selected (item) ? 1 : 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  in_list)
{
  GtkWidget  *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_list_item_set_accessible_label (item, text);
  if (!GPOINTER_TO_INT (in_list))
    return;

  g_signal_connect (item, "notify::selected", G_CALLBACK (show_check), NULL);
  show_check (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (item, show_check, NULL);
}

static GtkListItemFactory *
new_factory (gboolean in_list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GINT_TO_POINTER (in_list));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (in_list));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/* What a search looks in: “medecine” finds “Médecine générale”. */
static char *
get_search_text (gpointer    unused,
                 const char *text)
{
  g_autofree char *folded = dites_fold (text);

  return g_strconcat (text, " ", folded, NULL);
}

static GtkExpression *
new_search_expression (void)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 1, &text, G_CALLBACK (get_search_text), NULL, NULL);
}

static void
dites_choice_row_constructed (GObject *object)
{
  DitesChoiceRow   *self = DITES_CHOICE_ROW (object);
  DitesFieldRow    *row = DITES_FIELD_ROW (object);
  const DitesField *field = dites_field_row_get_field (row);
  GtkStringList    *labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) in_button = new_factory (FALSE);
  g_autoptr (GtkListItemFactory) in_list = new_factory (TRUE);

  /* Translators: no choice was made. */
  gtk_string_list_append (labels, C_("choice", "Not stated"));
  g_ptr_array_add (self->ids, NULL);
  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      gtk_string_list_append (labels, dites_choice_get_label (choice));
      g_ptr_array_add (self->ids, g_strdup (choice->id));
    }

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), new_search_expression ()));
  gtk_drop_down_set_factory (self->drop_down, in_button);
  gtk_drop_down_set_list_factory (self->drop_down, in_list);
  gtk_drop_down_set_enable_search (self->drop_down, self->ids->len > MANY);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, GTK_WIDGET (self->drop_down), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, GTK_WIDGET (self->drop_down));

  G_OBJECT_CLASS (dites_choice_row_parent_class)->constructed (object);
}

static void
dites_choice_row_finalize (GObject *object)
{
  DitesChoiceRow *self = DITES_CHOICE_ROW (object);

  g_ptr_array_unref (self->ids);
  g_free (self->tried);

  G_OBJECT_CLASS (dites_choice_row_parent_class)->finalize (object);
}

static void
dites_choice_row_class_init (DitesChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dites_choice_row_constructed;
  object_class->finalize = dites_choice_row_finalize;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_choice_row_follow;
}

static void
dites_choice_row_init (DitesChoiceRow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * dites_choice_row_new:
 * @source: where the value is
 * @field: a field with choices, one of which it holds
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_choice_row_new (DitesValueSource *source,
                      const DitesField *field)
{
  return g_object_new (DITES_TYPE_CHOICE_ROW, "source", source, "field", field, NULL);
}
