/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-gers.h"

G_BEGIN_DECLS

/**
 * DitesStageWords:
 *
 * The words of one piece of a cell about a stage. What is recognised is taken
 * out, so that the name of a house or a doctor is what remains.
 */
typedef struct _DitesStageWords DitesStageWords;

DitesStageWords *dites_stage_words_new (const char *text);
void             dites_stage_words_free (DitesStageWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DitesStageWords, dites_stage_words_free)

gboolean            dites_stage_words_is_empty (DitesStageWords *self);
gboolean            dites_stage_words_is_department (DitesStageWords *self);
gboolean            dites_stage_words_take_title (DitesStageWords *self);
gboolean            dites_stage_words_has_plural_title (DitesStageWords *self);
DitesStageWords    *dites_stage_words_take_until_and (DitesStageWords *self);
gboolean            dites_stage_words_is_days (DitesStageWords *self);
const char         *dites_stage_words_find_establishment (DitesStageWords *self);
const char         *dites_stage_words_take_stage_type (DitesStageWords *self,
                                                       gboolean         of_establishment);
char               *dites_stage_words_take_department (DitesStageWords *self);
const DitesCommune *dites_stage_words_take_commune (DitesStageWords *self);
void                dites_stage_words_drop_small (DitesStageWords *self);
void                dites_stage_words_drop_last_small (DitesStageWords *self);
char               *dites_stage_words_join (DitesStageWords *self);

gboolean    dites_stage_words_begin_title (const char *text);
gboolean    dites_stage_words_end_in_of (const char *text);
gboolean    dites_stage_words_is_small (const char *text);
const char *dites_stage_type_of_department (const char *text);

G_END_DECLS
