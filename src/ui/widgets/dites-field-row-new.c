/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choice-row.h"
#include "dites-choices-row.h"
#include "dites-commune-row.h"
#include "dites-date-row.h"
#include "dites-energy-row.h"
#include "dites-entries-row.h"
#include "dites-entry-row.h"
#include "dites-field-row.h"
#include "dites-flag-row.h"
#include "dites-housing.h"
#include "dites-items-row.h"
#include "dites-lines-row.h"
#include "dites-part-row.h"
#include "dites-photos-row.h"
#include "dites-reference-row.h"
#include "dites-text-row.h"

/* Which row a field gets. */

typedef GtkWidget *(*NewForSource) (DitesValueSource *source,
                                    const DitesField *field);
typedef GtkWidget *(*NewForEditor) (DitesEditor      *editor,
                                    const DitesField *field);

/* By type: a row for one value, for several, and one that must know the whole
 * document. The most able there is of them is taken. */
static const struct
{
  NewForSource one;
  NewForSource several;
  NewForEditor whole;
} rows[] = {
  [DITES_FIELD_TEXT] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_NAME] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_LINES] = { dites_lines_row_new, NULL, NULL },
  [DITES_FIELD_EMAIL] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_PHONE] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_RPPS] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_DATE] = { dites_date_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_MONEY] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_AREA] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_DEGREES] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_NUMBER] = { dites_entry_row_new, dites_entries_row_new, NULL },
  [DITES_FIELD_CHOICE] = { dites_choice_row_new, dites_choices_row_new, NULL },
  [DITES_FIELD_FLAG] = { dites_flag_row_new, NULL, NULL },
  [DITES_FIELD_COMMUNE] = { dites_commune_row_new, NULL, NULL },
  [DITES_FIELD_REFERENCE] = { dites_reference_row_new, dites_reference_row_new, NULL },
  [DITES_FIELD_ITEMS] = { dites_items_row_new, NULL, NULL },
  [DITES_FIELD_PHOTOS] = { NULL, NULL, dites_photos_row_new },
};

/**
 * dites_field_row_new_for_source:
 * @source: where the value is: a document, or a part of one
 * @field: one of its fields
 *
 * Returns: (transfer floating): a row in which the field is seen and changed
 */
GtkWidget *
dites_field_row_new_for_source (DitesValueSource *source,
                                const DitesField *field)
{
  gboolean     several = (field->flags & DITES_FIELD_MULTIPLE) != 0;
  NewForSource new_row = dites_field_is_energy_class (field) ? dites_energy_row_new : several ? rows[field->type].several
                                                                                              : rows[field->type].one;

  return new_row != NULL ? new_row (source, field) : dites_text_row_new (source, field);
}

/**
 * dites_field_row_new:
 * @editor: the editor of a document
 * @field: a field of its kind
 *
 * Returns: (transfer floating): a row in which the field is seen and changed
 */
GtkWidget *
dites_field_row_new (DitesEditor      *editor,
                     const DitesField *field)
{
  if (field->choices_from != NULL)
    return dites_part_row_new (editor, field);
  if (rows[field->type].whole != NULL)
    return rows[field->type].whole (editor, field);

  return dites_field_row_new_for_source (DITES_VALUE_SOURCE (editor), field);
}
