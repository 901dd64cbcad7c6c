/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-department.h"

#include "dites-fold.h"

/* Services, how they are written out, and the sort of stage that one there is. */
static const struct
{
  const char *words;
  const char *name; /* (nullable): as it was written */
  const char *stage_type;
} departments[] = {
  { "urgences pediatriques", NULL, "sante_enfant" },
  { "urgences adultes", NULL, "urgences" },
  { "urg adultes", "Urgences adultes", "urgences" },
  { "urgences", NULL, "urgences" },
  { "urgence", "Urgences", "urgences" },
  { "urg", "Urgences", "urgences" },
  { "urgences smur", "Urgences-SMUR", "urgences" },
  { "urg smur", "Urgences-SMUR", "urgences" },
  { "sau smur", "Urgences-SMUR", "urgences" },
  { "samu smur", "SAMU-SMUR", "urgences" },
  { "sau", "Urgences", "urgences" },
  { "samu", "SAMU", "urgences" },
  { "smur", "SMUR", "urgences" },
  { "medecine polyvalente", NULL, "medecine_adulte_polyvalente" },
  { "med polyvalente", "Médecine polyvalente", "medecine_adulte_polyvalente" },
  { "med poly", "Médecine polyvalente", "medecine_adulte_polyvalente" },
  { "medecine adulte", NULL, "medecine_adulte_polyvalente" },
  { "medecine interne", NULL, "medecine_adulte_polyvalente" },
  { "medecine", NULL, "medecine_adulte_polyvalente" },
  { "med", "Médecine", "medecine_adulte_polyvalente" },
  { "court sejour geriatrique", NULL, "medecine_adulte_polyvalente" },
  { "geriatrie", NULL, "medecine_adulte_polyvalente" },
  { "ger", "Gériatrie", "medecine_adulte_polyvalente" },
  { "pole mere enfant", NULL, "femme_enfant" },
  { "pole femme enfant", NULL, "femme_enfant" },
  { "pole femme mere enfant", NULL, "femme_enfant" },
  { "mere enfant", NULL, "femme_enfant" },
  { "femme enfant", NULL, "femme_enfant" },
  { "pediatrie", NULL, "sante_enfant" },
  { "ped", "Pédiatrie", "sante_enfant" },
  { "gynecologie obstetrique", NULL, "sante_femme" },
  { "gynecologie", NULL, "sante_femme" },
  { "gyneco obs", "Gynécologie obstétrique", "sante_femme" },
  { "gyneco", "Gynécologie", "sante_femme" },
  { "maternite", NULL, "sante_femme" },
  { "obstetrique", NULL, "sante_femme" },
  { "cardiologie", NULL, NULL },
  { "cardio", "Cardiologie", NULL },
  { "pneumologie", NULL, NULL },
  { "pneumo", "Pneumologie", NULL },
  { "psychiatrie", NULL, NULL },
  { "pedopsychiatrie", NULL, NULL },
  { "psy", "Psychiatrie", NULL },
  { "chirurgie", NULL, NULL },
  { "reanimation", NULL, NULL },
  { "rea", "Réanimation", NULL },
  { "anesthesie", NULL, NULL },
  { "usld", "USLD", NULL },
  { "soins palliatifs", NULL, NULL },
  { "soins de suite", NULL, NULL },
  { "neurologie", NULL, NULL },
  { "nephrologie", NULL, NULL },
  { "dialyse", NULL, NULL },
  { "gastro enterologie", NULL, NULL },
  { "gastro", "Gastro-entérologie", NULL },
  { "oncologie", NULL, NULL },
  { "diabetologie", NULL, NULL },
  { "endocrinologie", NULL, NULL },
  { "rhumatologie", NULL, NULL },
  { "dermatologie", NULL, NULL },
  { "ophtalmologie", NULL, NULL },
  { "orl", "ORL", NULL },
  { "urologie", NULL, NULL },
  { "radiologie", NULL, NULL },
  { "imagerie", NULL, NULL },
  { "laboratoire", NULL, NULL },
  { "pharmacie", NULL, NULL },
  { "addictologie", NULL, NULL },
  { "infectiologie", NULL, NULL },
  { "hospitalisation a domicile", NULL, NULL },
  { "had", "HAD", NULL },
};

/**
 * dites_stage_department_get_words:
 * @which: a number, from 0 on
 *
 * Returns: (nullable): the folded words that a list may name a service with; %NULL behind the last
 */
const char *
dites_stage_department_get_words (gsize which)
{
  return which < G_N_ELEMENTS (departments) ? departments[which].words : NULL;
}

/**
 * dites_stage_department_get_stage_type:
 * @which: the number of a service
 *
 * Returns: (nullable): the sort of stage that one there is, where that is certain
 */
const char *
dites_stage_department_get_stage_type (gsize which)
{
  g_return_val_if_fail (which < G_N_ELEMENTS (departments), NULL);

  return departments[which].stage_type;
}

static gboolean
is_shouted (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/**
 * dites_stage_department_format:
 * @text: the name of a service as lists write it
 *
 * Returns: (transfer full): the name as people read it: “Urgences” for “URG”
 */
char *
dites_stage_department_format (const char *text)
{
  g_autofree char *trimmed = dites_trim (text);
  g_autofree char *folded = dites_fold_words (trimmed);
  g_autofree char *lower = NULL;
  gunichar         first;
  GString         *out;

  for (gsize i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      if (departments[i].name != NULL && g_str_equal (departments[i].words, folded))
        return g_strdup (departments[i].name);
    }

  if (*trimmed == '\0')
    return g_steal_pointer (&trimmed);

  /* A short one in capitals is an abbreviation. */
  lower = is_shouted (trimmed) && g_utf8_strlen (trimmed, -1) > 4 ? g_utf8_strdown (trimmed, -1)
                                                                  : g_strdup (trimmed);
  first = g_utf8_get_char (lower);
  out = g_string_new (NULL);
  g_string_append_unichar (out, g_unichar_toupper (first));
  g_string_append (out, g_utf8_next_char (lower));

  return g_string_free_and_steal (out);
}
