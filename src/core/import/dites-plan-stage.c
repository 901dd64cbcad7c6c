/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-stage.h"

#include "dites-plan-sites.h"
#include "dites-stage-text.h"

struct _DitesPlanStages
{
  const DitesKnown *known;
  GHashTable       *made;   /* (not owned) */
  DitesPlanSites   *sites;  /* (nullable): no place was named yet */
  GHashTable       *stages; /* the cells, joined, to DitesPlanStage */
  GString          *key;
};

static void
stage_free (DitesPlanStage *stage)
{
  g_free (stage->sites);
  g_free (stage->rest);
  g_free (stage->days);
  g_free (stage->doctors);
  g_free (stage);
}

/**
 * dites_plan_stages_new:
 * @known: what the store knows
 * @made: takes the sites that are made, by their id
 *
 * Returns: (transfer full): a reader of stages
 */
DitesPlanStages *
dites_plan_stages_new (const DitesKnown *known,
                       GHashTable       *made)
{
  DitesPlanStages *self = g_new0 (DitesPlanStages, 1);

  self->known = known;
  self->made = made;
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stage_free);
  self->key = g_string_new (NULL);

  return self;
}

/**
 * dites_plan_stages_free:
 * @self: (transfer full): a reader of stages
 */
void
dites_plan_stages_free (DitesPlanStages *self)
{
  g_clear_pointer (&self->sites, dites_plan_sites_free);
  g_hash_table_unref (self->stages);
  g_string_free (self->key, TRUE);
  g_free (self);
}

static const char *
get_setting (gboolean hospital,
             gboolean outside)
{
  if (hospital && outside)
    return "mixte";
  if (hospital)
    return "hospitalier";

  return outside ? "ambulatoire" : NULL;
}

static DitesPlanStage *
make_stage (DitesPlanStages   *self,
            const char        *stage,
            const char        *establishment,
            const char        *department,
            const char *const *supervisors)
{
  DitesPlanStage *made = g_new0 (DitesPlanStage, 1);
  g_auto (DitesStageText) text = { NULL };
  g_autoptr (GString) sites = g_string_new ("[");
  g_autoptr (GString) doctors = g_string_new (NULL);
  gboolean hospital = FALSE, outside = FALSE;

  dites_stage_text_read (&text, stage, establishment, department, supervisors);
  if (text.places->len > 0 && self->sites == NULL)
    self->sites = dites_plan_sites_new (self->known, self->made);
  for (guint i = 0; i < text.places->len; i++)
    {
      const DitesStagePlace *place = g_ptr_array_index (text.places, i);
      const char            *type = NULL;
      const char            *id = dites_plan_sites_resolve (self->sites, place, &type);

      if (place->name != NULL && place->supervisor != NULL)
        g_string_append_printf (doctors, doctors->len > 0 ? ", %s" : "%s", place->supervisor);
      if (id == NULL || g_strstr_len (sites->str, -1, id) != NULL)
        continue;

      if (sites->len > 1)
        g_string_append_c (sites, ',');
      dites_json_append_string (sites, id);
      if (dites_stage_type_is_hospital (type))
        hospital = TRUE;
      else if (type != NULL && !g_str_equal (type, "autre"))
        outside = TRUE;
    }

  if (sites->len > 1)
    {
      g_string_append_c (sites, ']');
      made->sites = g_strdup (sites->str);
    }
  made->stage_type = text.stage_type;
  made->setting = get_setting (hospital, outside);
  made->rest = g_steal_pointer (&text.rest);
  made->days = g_steal_pointer (&text.days);
  made->doctors = doctors->len > 0 ? g_strdup (doctors->str) : NULL;

  return made;
}

static void
add_to_key (DitesPlanStages *self,
            const char      *cell)
{
  if (cell != NULL)
    g_string_append (self->key, cell);
  g_string_append_c (self->key, '\x1f');
}

/**
 * dites_plan_stages_read:
 * @self: a reader of stages
 * @stage: (nullable): the cell about the stage
 * @establishment: (nullable): the cell about the establishment
 * @department: (nullable): the cell about the service
 * @supervisors: the cells about the doctors, then %NULL
 *
 * Returns: what they come to; @self holds it
 */
const DitesPlanStage *
dites_plan_stages_read (DitesPlanStages   *self,
                        const char        *stage,
                        const char        *establishment,
                        const char        *department,
                        const char *const *supervisors)
{
  DitesPlanStage *found;

  g_string_truncate (self->key, 0);
  add_to_key (self, stage);
  add_to_key (self, establishment);
  add_to_key (self, department);
  for (gsize i = 0; supervisors[i] != NULL; i++)
    add_to_key (self, supervisors[i]);

  found = g_hash_table_lookup (self->stages, self->key->str);
  if (found == NULL)
    {
      found = make_stage (self, stage, establishment, department, supervisors);
      g_hash_table_insert (self->stages, g_strdup (self->key->str), found);
    }

  return found;
}
