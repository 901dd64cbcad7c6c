/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-typed-text.h"

static GtkInputPurpose
get_purpose (const DitesField *field)
{
  switch ((int) field->type)
    {
    case DITES_FIELD_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case DITES_FIELD_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case DITES_FIELD_NAME:
      return GTK_INPUT_PURPOSE_NAME;
    case DITES_FIELD_RPPS:
      return GTK_INPUT_PURPOSE_DIGITS;
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
      return GTK_INPUT_PURPOSE_NUMBER;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

/**
 * dites_typed_text_new_entry:
 * @field: a field whose values are written on one line
 *
 * Returns: (transfer floating): an entry for one of them, as it stands in a row
 */
GtkWidget *
dites_typed_text_new_entry (const DitesField *field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), get_purpose (field));
  /* So that a long text does not ask for a wide window. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);

  return entry;
}

/**
 * dites_typed_text_dup:
 * @widget: a #GtkEditable or a #GtkTextView
 *
 * Returns: (transfer full): what stands in it
 */
char *
dites_typed_text_dup (GtkWidget *widget)
{
  char *text;

  if (!GTK_IS_TEXT_VIEW (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);

  return text;
}

/**
 * dites_typed_text_set:
 * @widget: a #GtkEditable or a #GtkTextView
 * @text: what shall stand in it
 *
 * Replaces what stands there.
 */
void
dites_typed_text_set (GtkWidget  *widget,
                      const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}
