/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dites-kind.h"

G_BEGIN_DECLS

#define DITES_TYPE_FIELD_NOTE (dites_field_note_get_type ())
G_DECLARE_FINAL_TYPE (DitesFieldNote, dites_field_note, DITES, FIELD_NOTE, GtkBox)

/**
 * DitesFieldNoteStyle:
 * @DITES_FIELD_NOTE_HINT: what belongs into the field
 * @DITES_FIELD_NOTE_NOTICE: something worth knowing
 * @DITES_FIELD_NOTE_WARNING: something that is missing or odd
 * @DITES_FIELD_NOTE_ERROR: something that cannot stay
 *
 * How a note looks; the words say the same.
 */
typedef enum
{
  DITES_FIELD_NOTE_HINT,
  DITES_FIELD_NOTE_NOTICE,
  DITES_FIELD_NOTE_WARNING,
  DITES_FIELD_NOTE_ERROR,
} DitesFieldNoteStyle;

DitesFieldNoteStyle dites_field_note_style_of (DitesSeverity severity);
char               *dites_field_note_dup_problems (GPtrArray        *problems,
                                                   const DitesField *field,
                                                   DitesSeverity    *worst);
void                dites_field_note_show (DitesFieldNote     *self,
                                           const char         *text,
                                           DitesFieldNoteStyle style);
void                dites_field_note_describe (DitesFieldNote *self,
                                               GtkWidget      *control);

G_END_DECLS
