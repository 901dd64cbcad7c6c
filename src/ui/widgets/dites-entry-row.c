/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-entry-row.h"

#include "dites-typed-value.h"

/**
 * DitesEntryRow:
 *
 * A field whose value is a line of text.
 */
typedef struct
{
  DitesTypedValue *typed;
} DitesEntryRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DitesEntryRow, dites_entry_row, DITES_TYPE_FIELD_ROW)

static void
taken_over_cb (DitesEntryRow *self,
               const char    *json)
{
  dites_field_row_set_typed (DITES_FIELD_ROW (self), dites_entry_row_get_typed (self), json);
}

static void
refusal_cb (DitesEntryRow *self)
{
  dites_field_row_refuse (DITES_FIELD_ROW (self), dites_typed_value_get_refusal (dites_entry_row_get_typed (self)));
}

static void
dites_entry_row_follow (DitesFieldRow   *row,
                        const DitesJson *value)
{
  dites_typed_value_follow (dites_entry_row_get_typed (DITES_ENTRY_ROW (row)), value);
}

static void
dites_entry_row_take_over (DitesFieldRow *row)
{
  dites_typed_value_take_over (dites_entry_row_get_typed (DITES_ENTRY_ROW (row)));
}

static void
dites_entry_row_constructed (GObject *object)
{
  DitesEntryRow        *self = DITES_ENTRY_ROW (object);
  DitesFieldRow        *row = DITES_FIELD_ROW (object);
  DitesEntryRowPrivate *priv = dites_entry_row_get_instance_private (self);
  GtkWidget            *entry;

  priv->typed = dites_typed_value_new_for_entry (dites_field_row_get_field (row));
  entry = dites_typed_value_get_widget (priv->typed);
  g_signal_connect_object (priv->typed, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->typed, "notify::refusal", G_CALLBACK (refusal_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, entry, DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, entry);

  G_OBJECT_CLASS (dites_entry_row_parent_class)->constructed (object);
}

static void
dites_entry_row_finalize (GObject *object)
{
  DitesEntryRowPrivate *priv = dites_entry_row_get_instance_private (DITES_ENTRY_ROW (object));

  g_clear_object (&priv->typed);

  G_OBJECT_CLASS (dites_entry_row_parent_class)->finalize (object);
}

static void
dites_entry_row_class_init (DitesEntryRowClass *klass)
{
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dites_entry_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = dites_entry_row_finalize;
  row_class->follow = dites_entry_row_follow;
  row_class->take_over = dites_entry_row_take_over;
}

static void
dites_entry_row_init (DitesEntryRow *self)
{
}

/**
 * dites_entry_row_new:
 * @source: where the value is
 * @field: a field of one line
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_entry_row_new (DitesValueSource *source,
                     const DitesField *field)
{
  return g_object_new (DITES_TYPE_ENTRY_ROW, "source", source, "field", field, NULL);
}

/**
 * dites_entry_row_get_typed:
 * @self: a row
 *
 * Returns: (transfer none): its value, as it is typed
 */
DitesTypedValue *
dites_entry_row_get_typed (DitesEntryRow *self)
{
  DitesEntryRowPrivate *priv = dites_entry_row_get_instance_private (self);

  return priv->typed;
}
