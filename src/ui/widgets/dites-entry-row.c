/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-entry-row.h"

#include "dites-value-entry.h"

/**
 * DitesEntryRow:
 *
 * A field whose value is a line of text.
 */
struct _DitesEntryRow
{
  DitesFieldRow parent_instance;

  DitesValueEntry *entry;
};

G_DEFINE_FINAL_TYPE (DitesEntryRow, dites_entry_row, DITES_TYPE_FIELD_ROW)

static void
taken_over_cb (DitesEntryRow *self,
               const char    *json)
{
  dites_field_row_set_value (DITES_FIELD_ROW (self), json);
}

static void
refusal_cb (DitesEntryRow *self)
{
  dites_field_row_refuse (DITES_FIELD_ROW (self), dites_value_entry_get_refusal (self->entry));
}

static void
dites_entry_row_follow (DitesFieldRow   *row,
                        const DitesJson *value)
{
  dites_value_entry_follow (DITES_ENTRY_ROW (row)->entry, value);
}

static void
dites_entry_row_take_over (DitesFieldRow *row)
{
  dites_value_entry_take_over (DITES_ENTRY_ROW (row)->entry);
}

static void
dites_entry_row_constructed (GObject *object)
{
  DitesEntryRow *self = DITES_ENTRY_ROW (object);
  DitesFieldRow *row = DITES_FIELD_ROW (object);

  self->entry = DITES_VALUE_ENTRY (dites_value_entry_new (dites_field_row_get_field (row)));
  g_signal_connect_object (self->entry, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "notify::refusal", G_CALLBACK (refusal_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, GTK_WIDGET (self->entry), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, GTK_WIDGET (self->entry));

  G_OBJECT_CLASS (dites_entry_row_parent_class)->constructed (object);
}

static void
dites_entry_row_class_init (DitesEntryRowClass *klass)
{
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dites_entry_row_constructed;
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
