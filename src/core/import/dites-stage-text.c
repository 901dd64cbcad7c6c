/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-text.h"

#include "dites-stage-department.h"
#include "dites-stage-reading.h"
#include "dites-stage-words.h"

/* What the columns about a stage say, each of which is read on its own, taken together. */

static gboolean
has_commune (GPtrArray          *places,
             const DitesCommune *commune)
{
  for (guint i = 0; i < places->len; i++)
    {
      const DitesStagePlace *place = g_ptr_array_index (places, i);

      if (place->commune == NULL || place->commune == commune)
        return TRUE;
    }

  return FALSE;
}

/* The column for the establishment says where; that for the stage what, and perhaps where again. */
static void
merge_establishment (DitesStageReading *stage,
                     DitesStageReading *establishment)
{
  if (stage->department == NULL)
    stage->department = g_steal_pointer (&establishment->department);
  if (establishment->places->len == 0)
    return;

  for (guint i = 0; i < establishment->places->len; i++)
    {
      DitesStagePlace *place = g_ptr_array_index (establishment->places, i);
      DitesStagePlace *said = i < stage->places->len ? g_ptr_array_index (stage->places, i) : NULL;

      /* The two columns may be about two places. */
      if (said != NULL && said->commune != NULL && place->commune != NULL && said->commune != place->commune)
        said = NULL;

      if (place->department == NULL && said != NULL)
        place->department = g_steal_pointer (&said->department);
      if (place->department == NULL && stage->department != NULL)
        place->department = g_strdup (stage->department);
      if (place->supervisor == NULL && said != NULL)
        place->supervisor = g_steal_pointer (&said->supervisor);
      if (place->commune == NULL && said != NULL)
        place->commune = said->commune;
    }

  for (guint i = stage->places->len; i > 0; i--)
    {
      DitesStagePlace *said = g_ptr_array_index (stage->places, i - 1);

      if (said->commune != NULL && !has_commune (establishment->places, said->commune))
        g_ptr_array_insert (establishment->places, 0, g_ptr_array_steal_index (stage->places, i - 1));
    }
  g_clear_pointer (&stage->places, g_ptr_array_unref);
  stage->places = g_steal_pointer (&establishment->places);
}

static void
apply_department (DitesStageReading *reading,
                  const char        *department)
{
  g_autofree char *text = department != NULL ? dites_stage_department_format (department) : NULL;

  if (text == NULL || *text == '\0')
    return;

  for (guint i = 0; i < reading->places->len; i++)
    {
      DitesStagePlace *place = g_ptr_array_index (reading->places, i);

      g_set_str (&place->department, text);
    }
  if (reading->stage_type == NULL)
    reading->stage_type = dites_stage_type_of_department (text);
}

/* A doctor of a hospital is who is responsible there; elsewhere each doctor is a place. */
static void
merge_supervisors (DitesStageReading *stage,
                   DitesStageReading *supervisors)
{
  DitesStagePlace *first = stage->places->len > 0 ? g_ptr_array_index (stage->places, 0) : NULL;

  if (supervisors->places->len == 0)
    return;

  if (stage->places->len == 1 && first->name != NULL)
    {
      for (guint i = supervisors->places->len; i > 0; i--)
        {
          DitesStagePlace *doctor = g_ptr_array_index (supervisors->places, i - 1);

          /* A house among the doctors is a place of its own. */
          if (doctor->name == NULL &&
              (dites_stage_type_is_hospital (first->type) || doctor->commune == NULL || doctor->commune == first->commune))
            {
              dites_stage_place_add_supervisor (first, doctor->supervisor);
              g_ptr_array_remove_index (supervisors->places, i - 1);
            }
        }
    }
  else if (stage->places->len == 1 && first->name == NULL && first->supervisor == NULL && first->department == NULL)
    {
      /* A commune alone says where the doctors are that do not say it themselves. */
      for (guint i = 0; i < supervisors->places->len; i++)
        {
          DitesStagePlace *doctor = g_ptr_array_index (supervisors->places, i);

          if (doctor->commune == NULL)
            doctor->commune = first->commune;
        }
      g_ptr_array_set_size (stage->places, 0);
    }

  while (supervisors->places->len > 0)
    g_ptr_array_add (stage->places, g_ptr_array_steal_index (supervisors->places, 0));
}

/* What a department alone, without any place, says: at least the sort of stage. */
static void
settle (DitesStageReading *reading)
{
  for (guint i = 0; i < reading->places->len; i++)
    {
      DitesStagePlace *place = g_ptr_array_index (reading->places, i);

      if (place->department == NULL && reading->department != NULL)
        place->department = g_steal_pointer (&reading->department);
      if (reading->stage_type == NULL && place->department != NULL)
        reading->stage_type = dites_stage_type_of_department (place->department);
    }

  if (reading->department != NULL && reading->places->len == 0)
    {
      if (reading->stage_type == NULL)
        reading->stage_type = dites_stage_type_of_department (reading->department);
      if (reading->stage_type == NULL)
        dites_stage_reading_add_rest (reading, reading->department);
    }
}

/* Lists that have a column for the service write the house, or the sort of stage, there too: returns whether
 * @service said that, and is no service. */
static gboolean
merge_misplaced (DitesStageReading *stage,
                 DitesStageReading *service)
{
  if (service->rest->len > 0)
    return FALSE;

  if (service->places->len > 0 && stage->places->len == 0)
    {
      if (stage->stage_type == NULL)
        stage->stage_type = service->stage_type;
      merge_establishment (stage, service);
      return TRUE;
    }

  if (service->stage_type == NULL || service->places->len > 0 || service->department != NULL || stage->stage_type != NULL)
    return FALSE;
  stage->stage_type = service->stage_type;

  return TRUE;
}

/**
 * dites_stage_type_is_hospital:
 * @type: (nullable): an identifier of the choice "type" of the kind "site"
 *
 * Returns: whether a stage there is one in a hospital
 */
gboolean
dites_stage_type_is_hospital (const char *type)
{
  return g_strcmp0 (type, "hopital") == 0 || g_strcmp0 (type, "clinique") == 0 || g_strcmp0 (type, "ssr") == 0;
}

/**
 * dites_stage_text_read:
 * @self: (out): return location for what the cells say
 * @stage: (nullable): the cell about the stage
 * @establishment: (nullable): the cell about the establishment
 * @department: (nullable): the cell about the service
 * @supervisors: (nullable): the cells about the doctors, then %NULL
 *
 * Reads where and what a stage is.
 */
void
dites_stage_text_read (DitesStageText    *self,
                       const char        *stage,
                       const char        *establishment,
                       const char        *department,
                       const char *const *supervisors)
{
  g_auto (DitesStageReading) whole = { NULL };
  g_auto (DitesStageReading) house = { NULL };
  g_auto (DitesStageReading) service = { NULL };
  g_auto (DitesStageReading) doctors = { NULL };

  dites_stage_reading_init (&whole);
  dites_stage_reading_init (&house);
  dites_stage_reading_init (&service);
  dites_stage_reading_init (&doctors);

  dites_stage_reading_read (&whole, stage, FALSE, FALSE);
  dites_stage_reading_read (&house, establishment, FALSE, TRUE);
  dites_stage_reading_read (&service, department, FALSE, FALSE);
  for (gsize i = 0; supervisors != NULL && supervisors[i] != NULL; i++)
    dites_stage_reading_read (&doctors, supervisors[i], TRUE, FALSE);

  if (whole.stage_type == NULL)
    whole.stage_type = house.stage_type;
  if (house.rest->len > 0)
    dites_stage_reading_add_rest (&whole, house.rest->str);
  if (doctors.rest->len > 0)
    dites_stage_reading_add_rest (&whole, doctors.rest->str);

  merge_establishment (&whole, &house);
  if (merge_misplaced (&whole, &service))
    department = NULL;
  apply_department (&whole, department);
  merge_supervisors (&whole, &doctors);
  settle (&whole);
  if (whole.places->len == 0 && department != NULL && *department != '\0' && whole.stage_type == NULL)
    dites_stage_reading_add_rest (&whole, department);

  self->places = g_steal_pointer (&whole.places);
  self->stage_type = whole.stage_type;
  self->rest = whole.rest->len > 0 ? g_strdup (whole.rest->str) : NULL;
  g_string_append_printf (whole.days, whole.days->len > 0 && doctors.days->len > 0 ? "; %s" : "%s", doctors.days->str);
  self->days = whole.days->len > 0 ? g_strdup (whole.days->str) : NULL;
}

/**
 * dites_stage_text_clear:
 * @self: what cells say
 *
 * Frees what it holds.
 */
void
dites_stage_text_clear (DitesStageText *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->rest, g_free);
  g_clear_pointer (&self->days, g_free);
}

/**
 * dites_stage_text_is_telling:
 * @text: a cell
 *
 * Returns: whether it makes one think of a stage, and of nothing else
 */
gboolean
dites_stage_text_is_telling (const char *text)
{
  g_auto (DitesStageText) read = { NULL };

  dites_stage_text_read (&read, text, NULL, NULL, NULL);

  return read.rest == NULL && (read.places->len > 0 || read.stage_type != NULL);
}
