/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-lines-row.h"

#include "dites-typed-value.h"

/**
 * DitesLinesRow:
 *
 * A text of several lines; the row grows with it.
 */
struct _DitesLinesRow
{
  DitesFieldRow parent_instance;

  DitesTypedValue *typed;
};

G_DEFINE_FINAL_TYPE (DitesLinesRow, dites_lines_row, DITES_TYPE_FIELD_ROW)

static void
taken_over_cb (DitesLinesRow *self,
               const char    *json)
{
  dites_field_row_set_typed (DITES_FIELD_ROW (self), self->typed, json);
}

static void
dites_lines_row_follow (DitesFieldRow   *row,
                        const DitesJson *value)
{
  dites_typed_value_follow (DITES_LINES_ROW (row)->typed, value);
}

static void
dites_lines_row_take_over (DitesFieldRow *row)
{
  dites_typed_value_take_over (DITES_LINES_ROW (row)->typed);
}

static void
dites_lines_row_constructed (GObject *object)
{
  DitesLinesRow *self = DITES_LINES_ROW (object);
  DitesFieldRow *row = DITES_FIELD_ROW (object);
  GtkWidget     *view;

  self->typed = dites_typed_value_new_for_text_view (dites_field_row_get_field (row));
  view = dites_typed_value_get_widget (self->typed);
  g_signal_connect_object (self->typed, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, view, DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, view);

  G_OBJECT_CLASS (dites_lines_row_parent_class)->constructed (object);
}

static void
dites_lines_row_finalize (GObject *object)
{
  g_clear_object (&DITES_LINES_ROW (object)->typed);

  G_OBJECT_CLASS (dites_lines_row_parent_class)->finalize (object);
}

static void
dites_lines_row_class_init (DitesLinesRowClass *klass)
{
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dites_lines_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = dites_lines_row_finalize;
  row_class->follow = dites_lines_row_follow;
  row_class->take_over = dites_lines_row_take_over;
}

static void
dites_lines_row_init (DitesLinesRow *self)
{
}

/**
 * dites_lines_row_new:
 * @source: where the value is
 * @field: a field of several lines
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_lines_row_new (DitesValueSource *source,
                     const DitesField *field)
{
  return g_object_new (DITES_TYPE_LINES_ROW, "source", source, "field", field, NULL);
}
