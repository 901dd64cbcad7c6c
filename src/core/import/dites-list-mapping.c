/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-mapping-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-fold.h"
#include "dites-list-guess.h"
#include "dites-sensitive.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DitesListMapping, dites_list_mapping, G_TYPE_OBJECT)

static void
emit_changed (DitesListMapping *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What headers are compared by: “Maître(s) de stage” is written for one and for several. */
static char *
fold_header (const char *header)
{
  static const char *const endings[] = { "(s)", "(S)", "(e)", "(E)", "(es)", "(ES)", "(e)(s)", "(E)(S)" };
  g_autoptr (GString) plain = g_string_new (header);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    g_string_replace (plain, endings[i], "", 0);

  return dites_fold_words (plain->str);
}

static void
read_headers (DitesListMapping *self,
              DitesListTable   *table)
{
  guint n_columns = dites_list_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      DitesColumn column = { 0 };

      column.header = dites_trim (dites_list_table_get_header (table, i));
      column.folded = fold_header (column.header);
      column.use = DITES_COLUMN_EXTRA;
      g_array_append_val (self->columns, column);
    }
}

/* A list of a kind that only goes along with another is a list of that other one. */
static gboolean
can_be_guessed (const DitesKind *kind)
{
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (g_strcmp0 (kinds[i]->list_companion, kind->name) == 0)
        return FALSE;
    }

  return TRUE;
}

static const DitesKind *
guess_kind (DitesListMapping *self,
            DitesListTable   *table)
{
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);
  const DitesKind        *best = dites_kind_get ("intern");
  int                     best_score = best != NULL ? dites_list_guess_columns (table, best, self->columns) : -1;

  for (guint i = 0; i < n_kinds; i++)
    {
      int score;

      if (kinds[i] == best || !can_be_guessed (kinds[i]))
        continue;

      score = dites_list_guess_columns (table, kinds[i], self->columns);
      if (score > best_score)
        {
          best = kinds[i];
          best_score = score;
        }
    }

  return best;
}

static void
dites_list_mapping_finalize (GObject *object)
{
  DitesListMapping *self = DITES_LIST_MAPPING (object);

  g_array_unref (self->columns);

  G_OBJECT_CLASS (dites_list_mapping_parent_class)->finalize (object);
}

static void
dites_list_mapping_class_init (DitesListMappingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dites_list_mapping_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DITES_TYPE_LIST_MAPPING, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dites_list_mapping_init (DitesListMapping *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (DitesColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) dites_column_clear);
}

/**
 * dites_list_mapping_guess:
 * @table: a list
 * @kind: (nullable): what the list is about; %NULL to find that out as well
 *
 * Finds what each column is read into, by its header, then by the look of its
 * values. When several kinds fit equally well, the list is about interns.
 *
 * Returns: (transfer full): the mapping
 */
DitesListMapping *
dites_list_mapping_guess (DitesListTable  *table,
                          const DitesKind *kind)
{
  DitesListMapping *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (DITES_TYPE_LIST_MAPPING, NULL);
  read_headers (self, table);
  self->kind = kind != NULL ? kind : guess_kind (self, table);
  dites_list_guess_columns (table, self->kind, self->columns);

  return self;
}

/**
 * dites_list_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): a mapping that no longer follows @self, for another thread
 */
DitesListMapping *
dites_list_mapping_copy (DitesListMapping *self)
{
  DitesListMapping *copy;

  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);

  copy = g_object_new (DITES_TYPE_LIST_MAPPING, NULL);
  copy->kind = self->kind;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DitesColumn column = *dites_list_mapping_get_column (self, i);

      column.header = g_strdup (column.header);
      column.folded = g_strdup (column.folded);
      g_array_append_val (copy->columns, column);
    }

  return copy;
}

/**
 * dites_list_mapping_get_kind:
 * @self: a mapping
 *
 * Returns: what the list is about
 */
const DitesKind *
dites_list_mapping_get_kind (DitesListMapping *self)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);

  return self->kind;
}

/**
 * dites_list_mapping_get_n_columns:
 * @self: a mapping
 *
 * Returns: how many columns the list has
 */
guint
dites_list_mapping_get_n_columns (DitesListMapping *self)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), 0);

  return self->columns->len;
}

/**
 * dites_list_mapping_get_header:
 * @self: a mapping
 * @column: a column
 *
 * Returns: the header of the column, on one line; it may be empty
 */
const char *
dites_list_mapping_get_header (DitesListMapping *self,
                               guint             column)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return dites_list_mapping_get_column (self, column)->header;
}

/**
 * dites_list_mapping_get_use:
 * @self: a mapping
 * @column: a column
 *
 * Returns: what becomes of the column
 */
DitesColumnUse
dites_list_mapping_get_use (DitesListMapping *self,
                            guint             column)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), DITES_COLUMN_EMPTY);
  g_return_val_if_fail (column < self->columns->len, DITES_COLUMN_EMPTY);

  return dites_list_mapping_get_column (self, column)->use;
}

/**
 * dites_list_mapping_get_field:
 * @self: a mapping
 * @column: a column
 *
 * Returns: (nullable): the field that the column is read into
 */
const DitesField *
dites_list_mapping_get_field (DitesListMapping *self,
                              guint             column)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return dites_list_mapping_get_column (self, column)->field;
}

/**
 * dites_list_mapping_get_field_kind:
 * @self: a mapping
 * @column: a column
 *
 * Returns: (nullable): the kind that the column's field belongs to: that of the
 *   list, or the one that goes along with it
 */
const DitesKind *
dites_list_mapping_get_field_kind (DitesListMapping *self,
                                   guint             column)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return dites_list_mapping_get_column (self, column)->kind;
}

/**
 * dites_list_mapping_is_decided:
 * @self: a mapping
 * @column: a column
 *
 * Returns: whether a person decided on the column, now or with an earlier list
 */
gboolean
dites_list_mapping_is_decided (DitesListMapping *self,
                               guint             column)
{
  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), FALSE);
  g_return_val_if_fail (column < self->columns->len, FALSE);

  return dites_list_mapping_get_column (self, column)->decided;
}

/* “stage” or “placement.stage”; the fields of the list's own kind come first. */
static const DitesField *
find_field (DitesListMapping *self,
            const char       *name,
            const DitesKind **kind)
{
  const DitesKind  *companion = dites_kind_get (self->kind->list_companion);
  const char       *dot = strchr (name, '.');
  const DitesField *field = NULL;

  if (dot == NULL || (strncmp (name, self->kind->name, dot - name) == 0 &&
                      strlen (self->kind->name) == (gsize) (dot - name)))
    {
      *kind = self->kind;
      field = dites_kind_get_field (self->kind, dot == NULL ? name : dot + 1);
    }
  if (field == NULL && companion != NULL &&
      (dot == NULL || (strncmp (name, companion->name, dot - name) == 0 &&
                       strlen (companion->name) == (gsize) (dot - name))))
    {
      *kind = companion;
      field = dites_kind_get_field (companion, dot == NULL ? name : dot + 1);
      if (field != NULL && dites_list_field_is_given (self->kind, field))
        field = NULL;
    }

  return field != NULL && dites_list_field_is_mappable (field) ? field : NULL;
}

/* The column that had the field before is kept as it is from now on. */
static void
release_field (DitesListMapping *self,
               const DitesField *field,
               guint             except)
{
  if (dites_list_field_takes_many (field))
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DitesColumn *column = dites_list_mapping_get_column (self, i);

      if (i != except && column->use == DITES_COLUMN_FIELD && column->field == field)
        {
          column->use = DITES_COLUMN_EXTRA;
          column->field = NULL;
          column->kind = NULL;
        }
    }
}

/**
 * dites_list_mapping_set_field:
 * @self: a mapping
 * @column: a column
 * @field: the name of a field; with its kind in front where both kinds have
 *   one of that name: “placement.car”
 * @error: return location for an error
 *
 * Has a column read into a field. A field that holds one value leaves the
 * column that it had before. A column whose header announces what must not be
 * kept about people cannot be read.
 *
 * Returns: %FALSE with @error set to %DITES_ERROR_INVALID when that cannot be
 */
gboolean
dites_list_mapping_set_field (DitesListMapping *self,
                              guint             column,
                              const char       *field,
                              GError          **error)
{
  const DitesKind  *kind = NULL;
  const DitesField *found;
  DitesColumn      *changed;

  g_return_val_if_fail (DITES_IS_LIST_MAPPING (self), FALSE);
  g_return_val_if_fail (column < self->columns->len, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  changed = dites_list_mapping_get_column (self, column);
  if (dites_header_is_sensitive (changed->header))
    {
      g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                   _("The column “%s” holds sensitive data and is never read"), changed->header);
      return FALSE;
    }

  found = find_field (self, field, &kind);
  if (found == NULL)
    {
      g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID,
                   /* Translators: the first is the identifier of a field, the second what a list is about: “Interns”. */
                   _("There is no field “%s” for a list of the kind “%s”"),
                   field, dites_kind_get_plural (self->kind));
      return FALSE;
    }

  release_field (self, found, column);
  changed->use = DITES_COLUMN_FIELD;
  changed->kind = kind;
  changed->field = found;
  changed->decided = TRUE;
  emit_changed (self);

  return TRUE;
}

/**
 * dites_list_mapping_set_use:
 * @self: a mapping
 * @column: a column
 * @use: %DITES_COLUMN_EXTRA or %DITES_COLUMN_IGNORED
 *
 * Keeps a column as it is, or does not read it at all. A column whose header
 * announces what must not be kept about people stays unread.
 */
void
dites_list_mapping_set_use (DitesListMapping *self,
                            guint             column,
                            DitesColumnUse    use)
{
  DitesColumn *changed;

  g_return_if_fail (DITES_IS_LIST_MAPPING (self));
  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (use == DITES_COLUMN_EXTRA || use == DITES_COLUMN_IGNORED);

  changed = dites_list_mapping_get_column (self, column);
  if (dites_header_is_sensitive (changed->header))
    return;

  changed->use = use;
  changed->kind = NULL;
  changed->field = NULL;
  changed->decided = TRUE;
  emit_changed (self);
}
