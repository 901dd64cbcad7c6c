/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-column-choice.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "dites-list-guess.h"

/**
 * DitesColumnChoice:
 *
 * One thing that a column of a list can become: kept as it is, not read, or one
 * field. Immutable; the columns of a list share their choices.
 */
struct _DitesColumnChoice
{
  GObject parent_instance;

  char             *label;
  DitesColumnUse    use;
  const DitesKind  *kind;  /* (nullable): of the field */
  const DitesField *field; /* (nullable) */
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_SECTION,
} DitesColumnChoiceProperty;

static GParamSpec *properties[PROP_SECTION + 1];

G_DEFINE_FINAL_TYPE (DitesColumnChoice, dites_column_choice, G_TYPE_OBJECT)

static void
dites_column_choice_finalize (GObject *object)
{
  g_free (DITES_COLUMN_CHOICE (object)->label);

  G_OBJECT_CLASS (dites_column_choice_parent_class)->finalize (object);
}

static void
dites_column_choice_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DitesColumnChoice *self = DITES_COLUMN_CHOICE (object);

  switch ((DitesColumnChoiceProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_SECTION:
      g_value_set_string (value, dites_column_choice_get_section (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_column_choice_class_init (DitesColumnChoiceClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = dites_column_choice_finalize;
  object_class->get_property = dites_column_choice_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_column_choice_init (DitesColumnChoice *self)
{
}

static void
append (GListStore       *store,
        const char       *label,
        DitesColumnUse    use,
        const DitesKind  *kind,
        const DitesField *field)
{
  g_autoptr (DitesColumnChoice) self = g_object_new (DITES_TYPE_COLUMN_CHOICE, NULL);

  self->label = g_strdup (label);
  self->use = use;
  self->kind = kind;
  self->field = field;
  g_list_store_append (store, self);
}

/* Whom a document that goes along belongs to stands in no cell of its own. */
static void
append_fields (GListStore      *store,
               const DitesKind *kind,
               const DitesKind *main_kind)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (!dites_list_field_is_mappable (field) ||
          (kind != main_kind && g_strcmp0 (field->target, main_kind->name) == 0))
        continue;
      append (store, dites_field_get_label (field), DITES_COLUMN_FIELD, kind, field);
    }
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      main_kind)
{
  const DitesColumnChoice *first = a;
  const DitesColumnChoice *second = b;
  int                      first_rank = first->kind == NULL ? 0 : first->kind == main_kind ? 1
                                                                                           : 2;
  int                      second_rank = second->kind == NULL ? 0 : second->kind == main_kind ? 1
                                                                                              : 2;

  return first_rank - second_rank;
}

/**
 * dites_column_choices_new:
 * @kind: what a list is about
 *
 * Returns: (transfer full): what each of its columns can become, in sections
 */
GListModel *
dites_column_choices_new (const DitesKind *kind)
{
  GListStore       *store = g_list_store_new (DITES_TYPE_COLUMN_CHOICE);
  const DitesKind  *companion = kind->list_companion != NULL ? dites_kind_get (kind->list_companion) : NULL;
  GtkSorter        *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, (gpointer) kind, NULL));
  GtkSortListModel *model;

  append (store, _("Kept as It Is"), DITES_COLUMN_EXTRA, NULL, NULL);
  append (store, _("Not Read"), DITES_COLUMN_IGNORED, NULL, NULL);
  append_fields (store, kind, kind);
  if (companion != NULL)
    append_fields (store, companion, kind);

  model = gtk_sort_list_model_new (G_LIST_MODEL (store), NULL);
  gtk_sort_list_model_set_section_sorter (model, sorter);
  g_object_unref (sorter);

  return G_LIST_MODEL (model);
}

/**
 * dites_column_choices_find:
 * @choices: what columns can become
 * @mapping: what they became
 * @column: one of them
 *
 * Returns: the position of what it became, or %GTK_INVALID_LIST_POSITION
 */
guint
dites_column_choices_find (GListModel       *choices,
                           DitesListMapping *mapping,
                           guint             column)
{
  DitesColumnUse    use = dites_list_mapping_get_use (mapping, column);
  const DitesField *field = dites_list_mapping_get_field (mapping, column);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (DitesColumnChoice) choice = g_list_model_get_item (choices, i);

      if (choice->use == use && (use != DITES_COLUMN_FIELD || choice->field == field))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * dites_column_choice_get_section:
 * @self: a choice
 *
 * Returns: what the choices around it have in common
 */
const char *
dites_column_choice_get_section (DitesColumnChoice *self)
{
  return self->kind != NULL ? dites_kind_get_label (self->kind) : _("No Field");
}

/**
 * dites_column_choice_apply:
 * @self: a choice
 * @mapping: what the columns of a list are
 * @column: one of them
 * @error: return location for an error
 *
 * Has the column become this.
 *
 * Returns: %FALSE with @error set if it cannot
 */
gboolean
dites_column_choice_apply (DitesColumnChoice *self,
                           DitesListMapping  *mapping,
                           guint              column,
                           GError           **error)
{
  g_autofree char *name = NULL;

  if (self->use != DITES_COLUMN_FIELD)
    {
      dites_list_mapping_set_use (mapping, column, self->use);
      return TRUE;
    }

  name = g_strdup_printf ("%s.%s", self->kind->name, self->field->name);

  return dites_list_mapping_set_field (mapping, column, name, error);
}
