/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-columns.h"

#include <string.h>

#include "dites-cell.h"
#include "dites-fold.h"

/* More different values than that do not come again. */
#define MAX_REMEMBERED 4096

static void
column_clear (DitesPlanColumn *column)
{
  g_free (column->key);
  g_clear_pointer (&column->values, g_hash_table_unref);
}

static DitesRole
find_list_role (const DitesField *field)
{
  static const struct
  {
    const char *name;
    DitesRole   role;
  } roles[] = {
    { "full_name", DITES_ROLE_FULL_NAME },
    { "stage", DITES_ROLE_STAGE },
    { "establishment", DITES_ROLE_ESTABLISHMENT },
    { "department", DITES_ROLE_DEPARTMENT },
    { "supervisor", DITES_ROLE_SUPERVISOR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (field->name, roles[i].name))
        return roles[i].role;
    }

  return dites_cell_is_semester_label (field) ? DITES_ROLE_SEMESTER_LABEL : DITES_ROLE_EXTRA;
}

static DitesRole
find_role (const DitesField *field)
{
  if (field == NULL)
    return DITES_ROLE_EXTRA;
  if (field->flags & DITES_FIELD_LIST_ONLY)
    return find_list_role (field);
  if (g_str_equal (field->name, "family_name"))
    return DITES_ROLE_FAMILY_NAME;
  if (g_str_equal (field->name, "semester_no"))
    return DITES_ROLE_SEMESTER_NO;
  if (field->type == DITES_FIELD_EMAIL || field->type == DITES_FIELD_PHONE)
    return DITES_ROLE_CONTACT;
  if (field->type == DITES_FIELD_REFERENCE)
    return DITES_ROLE_REFERENCE;

  return DITES_ROLE_VALUE;
}

static gboolean
comes_again (const DitesField *field)
{
  switch ((int) field->type)
    {
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_DATE:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_MONEY:
      return TRUE;

    default:
      return FALSE;
    }
}

/* The header as a JSON string; two columns never share one. */
static char *
make_key (GHashTable *taken,
          const char *header,
          guint       number)
{
  g_autofree char *name = *header != '\0' ? g_strdup (header) : g_strdup_printf ("Colonne %u", number + 1);
  GString         *json = g_string_new (NULL);

  for (guint n = 2; !g_hash_table_add (taken, g_strdup (name)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", *header != '\0' ? header : "Colonne", n);
    }
  dites_json_append_string (json, name);

  return g_string_free_and_steal (json);
}

/**
 * dites_plan_columns_new:
 * @mapping: what the columns of a list are; it must outlive the result
 * @table: the list
 *
 * Returns: (transfer full) (element-type DitesPlanColumn): the columns that are read
 */
GArray *
dites_plan_columns_new (DitesListMapping *mapping,
                        DitesListTable   *table)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (DitesPlanColumn));
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_columns = dites_list_mapping_get_n_columns (mapping);

  g_array_set_clear_func (columns, (GDestroyNotify) column_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      DitesColumnUse   use = dites_list_mapping_get_use (mapping, i);
      DitesPlanColumn  column = { 0 };
      g_autofree char *folded = NULL;

      if (use != DITES_COLUMN_FIELD && use != DITES_COLUMN_EXTRA)
        continue;

      column.number = i;
      column.header = dites_list_mapping_get_header (mapping, i);
      column.key = make_key (taken, column.header, i);
      column.field = dites_list_mapping_get_field (mapping, i);
      column.own = column.field == NULL ||
                   dites_list_mapping_get_field_kind (mapping, i) == dites_list_mapping_get_kind (mapping);
      column.role = find_role (column.field);
      /* What only looks merged is not filled: nobody is given a place that the list does not say. */
      column.merged = dites_list_table_get_merge (table, i) == DITES_LIST_MERGE_SURE;
      folded = dites_fold_words (column.header);
      column.name_order = dites_name_order_of_header (folded);
      if (column.field != NULL)
        {
          column.single = *column.field;
          column.single.flags &= ~DITES_FIELD_MULTIPLE;
          if (comes_again (column.field))
            column.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        }
      g_array_append_val (columns, column);
    }

  return columns;
}

/**
 * dites_plan_column_lookup:
 * @column: a column
 * @cell: what a cell says
 *
 * Returns: (nullable): what such a cell was read as before
 */
const char *
dites_plan_column_lookup (const DitesPlanColumn *column,
                          const char            *cell)
{
  return column->values != NULL ? g_hash_table_lookup (column->values, cell) : NULL;
}

/**
 * dites_plan_column_remember:
 * @column: a column
 * @cell: what a cell says
 * @json: what it was read as
 */
void
dites_plan_column_remember (const DitesPlanColumn *column,
                            const char            *cell,
                            const char            *json)
{
  if (column->values != NULL && g_hash_table_size (column->values) < MAX_REMEMBERED)
    g_hash_table_insert (column->values, g_strdup (cell), g_strdup (json));
}

/**
 * dites_plan_column_forget:
 * @column: a column
 *
 * Forgets what its cells were read as.
 */
void
dites_plan_column_forget (const DitesPlanColumn *column)
{
  if (column->values != NULL)
    g_hash_table_remove_all (column->values);
}
