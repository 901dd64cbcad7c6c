/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history-item.h"

#include <glib/gi18n.h>

/**
 * DitesHistoryItem:
 *
 * An entry of the history as a list shows it: what was done, when and where, and
 * for one document what it had before and after. Immutable; main thread only.
 */
struct _DitesHistoryItem
{
  GObject parent_instance;

  GPtrArray               *entries; /* of DitesHistoryEntry */
  const DitesHistoryEntry *entry;   /* one of them */
  GHashTable              *titles;  /* of what documents refer to, by id */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_ORIGIN,
  PROP_DETAILS,
  PROP_UNDOABLE,
} DitesHistoryItemProperty;

static GParamSpec *properties[PROP_UNDOABLE + 1];

G_DEFINE_FINAL_TYPE (DitesHistoryItem, dites_history_item, G_TYPE_OBJECT)

static char *
title_of (const char *id,
          gpointer    user_data)
{
  return g_strdup (g_hash_table_lookup (user_data, id));
}

static char *
format (DitesHistoryItem *self,
        const DitesField *field,
        DitesDocument    *document)
{
  char *text = document != NULL ? dites_field_format (field, document, title_of, self->titles) : NULL;

  return text != NULL ? g_strdelimit (text, "\n", ' ') : g_strdup ("");
}

static gboolean
is_same (const DitesField *field,
         DitesDocument    *before,
         DitesDocument    *after)
{
  DitesJson old, new;
  gboolean  had = before != NULL && dites_document_get (before, field->name, &old);
  gboolean  has = after != NULL && dites_document_get (after, field->name, &new);

  return had == has && (!had || dites_json_equal (old, new));
}

static void
add_line (DitesHistoryItem *self,
          GString          *lines,
          const DitesField *field)
{
  g_autofree char *old = format (self, field, self->entry->before);
  g_autofree char *new = format (self, field, self->entry->after);
  const char *empty = C_("value", "empty");
  const char *label = dites_field_get_label (field);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (self->entry->before == NULL)
    /* Translators: the label of a field, and its value. */
    g_string_append_printf (lines, C_("field", "%s: %s"), label, new);
  else
    /* Translators: the label of a field, its value before and after. */
    g_string_append_printf (lines, C_("field", "%s: %s → %s"), label, *old != '\0' ? old : empty, *new != '\0' ? new : empty);
}

static void
dites_history_item_finalize (GObject *object)
{
  DitesHistoryItem *self = DITES_HISTORY_ITEM (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->titles);

  G_OBJECT_CLASS (dites_history_item_parent_class)->finalize (object);
}

static void
dites_history_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DitesHistoryItem *self = DITES_HISTORY_ITEM (object);

  switch ((DitesHistoryItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_take_string (value, dites_history_item_dup_name (self));
      break;

    case PROP_ORIGIN:
      g_value_take_string (value, dites_history_item_dup_origin (self));
      break;

    case PROP_DETAILS:
      g_value_take_string (value, dites_history_item_dup_details (self));
      break;

    case PROP_UNDOABLE:
      g_value_set_boolean (value, dites_history_item_can_undo (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_history_item_class_init (DitesHistoryItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = dites_history_item_finalize;
  object_class->get_property = dites_history_item_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ORIGIN] = g_param_spec_string ("origin", NULL, NULL, NULL, flags);
  properties[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  properties[PROP_UNDOABLE] = g_param_spec_boolean ("undoable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_history_item_init (DitesHistoryItem *self)
{
}

/**
 * dites_history_item_new:
 * @entries: (element-type DitesHistoryEntry): what the store said
 * @index: which of them
 * @titles: (element-type utf8 utf8): titles of what the documents refer to, by id
 *
 * Returns: (transfer full): the entry at @index, as a list shows it
 */
DitesHistoryItem *
dites_history_item_new (GPtrArray  *entries,
                        guint       index,
                        GHashTable *titles)
{
  DitesHistoryItem *self;

  g_return_val_if_fail (entries != NULL && index < entries->len, NULL);
  g_return_val_if_fail (titles != NULL, NULL);

  self = g_object_new (DITES_TYPE_HISTORY_ITEM, NULL);
  self->entries = g_ptr_array_ref (entries);
  self->entry = entries->pdata[index];
  self->titles = g_hash_table_ref (titles);

  return self;
}

/**
 * dites_history_item_get_sequence:
 * @self: an item
 *
 * Returns: its place in the history, for dites_store_revert_async()
 */
gint64
dites_history_item_get_sequence (DitesHistoryItem *self)
{
  return self->entry->sequence;
}

/**
 * dites_history_item_dup_name:
 * @self: an item
 *
 * Returns: (transfer full): what was done, in words
 */
char *
dites_history_item_dup_name (DitesHistoryItem *self)
{
  switch (self->entry->type)
    {
    case DITES_HISTORY_UNDO:
      return g_strdup_printf (_("Undone: %s"), self->entry->name);
    case DITES_HISTORY_REDO:
      return g_strdup_printf (_("Redone: %s"), self->entry->name);
    case DITES_HISTORY_CHANGE:
    default:
      return g_strdup (self->entry->name);
    }
}

/**
 * dites_history_item_dup_origin:
 * @self: an item
 *
 * Returns: (transfer full): when and on which desk it was done, to how many
 *   documents, and whether it has been undone; one line
 */
char *
dites_history_item_dup_origin (DitesHistoryItem *self)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (self->entry->at, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  GString *line = g_string_new (NULL);

  if (local != NULL)
    {
      g_autofree char *day = dites_day_format (dites_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                                                   g_date_time_get_day_of_month (local)),
                                               DITES_DAY_LONG);
      g_autofree char *time = g_date_time_format (local, "%H:%M");

      /* Translators: a date and a time: “2 November 2026 at 09:14”. */
      g_string_append_printf (line, C_("time", "%s at %s"), day, time);
    }
  else
    g_string_append (line, self->entry->at);

  g_string_append_printf (line, " · %s", self->entry->by);
  if (self->entry->n_documents > 1)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, ngettext ("%u document", "%u documents", self->entry->n_documents), self->entry->n_documents);
    }
  if (self->entry->undone)
    g_string_append_printf (line, " · %s", _("undone"));

  return g_string_free_and_steal (line);
}

/**
 * dites_history_item_dup_details:
 * @self: an item
 *
 * Returns: (transfer full): what the document had before and after, a line for
 *   each field that changed; empty in the history of all documents
 */
char *
dites_history_item_dup_details (DitesHistoryItem *self)
{
  DitesDocument   *known = self->entry->after != NULL ? self->entry->after : self->entry->before;
  const DitesKind *kind = known != NULL ? dites_kind_get (dites_document_get_kind (known)) : NULL;
  GString         *lines;

  if (kind == NULL)
    return g_strdup ("");
  if (self->entry->after == NULL)
    return g_strdup (_("Moved to the trash"));

  lines = g_string_new (NULL);
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (!is_same (field, self->entry->before, self->entry->after))
      add_line (self, lines, field);

  return g_string_free_and_steal (lines);
}

/**
 * dites_history_item_can_undo:
 * @self: an item
 *
 * Returns: whether it did something that stands, so that it can be taken back
 */
gboolean
dites_history_item_can_undo (DitesHistoryItem *self)
{
  return self->entry->type == DITES_HISTORY_CHANGE && !self->entry->undone;
}
