/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-text-row.h"

/**
 * DitesTextRow:
 *
 * A field that is shown as text and not changed here.
 */
struct _DitesTextRow
{
  DitesFieldRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (DitesTextRow, dites_text_row, DITES_TYPE_FIELD_ROW)

static void
dites_text_row_follow (DitesFieldRow   *row,
                       const DitesJson *value)
{
  g_autofree char *text = NULL;

  if (value != NULL)
    text = dites_value_format (dites_field_row_get_field (row), *value, dites_value_source_title_of, dites_field_row_get_source (row));
  gtk_label_set_text (DITES_TEXT_ROW (row)->label, text != NULL ? text : "–");
}

static void
dites_text_row_constructed (GObject *object)
{
  DitesTextRow  *self = DITES_TEXT_ROW (object);
  DitesFieldRow *row = DITES_FIELD_ROW (object);
  GtkWidget     *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->label, TRUE);
  dites_field_row_add (row, label, DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, label);

  G_OBJECT_CLASS (dites_text_row_parent_class)->constructed (object);
}

static void
dites_text_row_class_init (DitesTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_text_row_constructed;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_text_row_follow;
}

static void
dites_text_row_init (DitesTextRow *self)
{
}

/**
 * dites_text_row_new:
 * @source: where the value is
 * @field: a field
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
dites_text_row_new (DitesValueSource *source,
                    const DitesField *field)
{
  return g_object_new (DITES_TYPE_TEXT_ROW, "source", source, "field", field, NULL);
}
