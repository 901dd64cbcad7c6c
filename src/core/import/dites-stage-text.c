/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-text.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-stage-department.h"
#include "dites-stage-words.h"

/*
 * “CH AUCH / URGENCES”, “URG AUCH”, “Dr ESSAI (Eauze) + Dr MODÈLE (Nogaro)”.
 *
 * A text is cut into chunks where lists put several places into one cell, a
 * chunk into pieces where they put several things about one place, and a piece
 * into words. Each piece says an establishment, a department, a doctor,
 * a commune, a sort of stage, or several of them. A piece that says an
 * establishment or a doctor once more begins another place.
 */

/* What is said about a stage at most; a longer cell is not about one. */
#define MAX_PLACES 12
#define MAX_TEXT   2000

typedef struct
{
  GPtrArray  *places; /* of DitesStagePlace */
  const char *stage_type;
  GString    *rest;
  char       *department; /* (nullable): one without a place */
  GString    *days;       /* the cells that say on which days, as they are written */
  gboolean    has_days;   /* the cell that is read does */
  gboolean    closed;     /* a bracket has said all there is about the last place */
  gboolean    several;    /* “Drs”: the pieces of this chunk name doctors too */
  guint       n_together; /* how many of the last places are doctors named in one breath: “Drs ESSAI et MODÈLE” */
} Reading;

static void
place_free (DitesStagePlace *place)
{
  g_free (place->name);
  g_free (place->department);
  g_free (place->supervisor);
  g_free (place);
}

static void
add_rest (Reading    *reading,
          const char *text)
{
  if (reading->rest->len > 0)
    g_string_append (reading->rest, " / ");
  g_string_append (reading->rest, text);
}

/* Names come from the last to the first. */
static void
add_supervisor (DitesStagePlace *place,
                const char      *supervisor)
{
  g_autofree char *joined = NULL;

  if (supervisor == NULL)
    return;
  if (place->supervisor != NULL)
    joined = g_strdup_printf ("%s, %s", supervisor, place->supervisor);
  g_set_str (&place->supervisor, joined != NULL ? joined : supervisor);
}

/* Doctors who were named together are those of the house that follows. */
static void
bring_together (Reading *reading)
{
  for (; reading->n_together > 1; reading->n_together--)
    {
      guint            n = reading->places->len;
      DitesStagePlace *before = g_ptr_array_index (reading->places, n - 2);

      add_supervisor (g_ptr_array_index (reading->places, n - 1), before->supervisor);
      g_ptr_array_remove_index (reading->places, n - 2);
    }
}

/* The place that is being read, or a new one when @again is already said about it. */
static DitesStagePlace *
get_place (Reading *reading,
           gboolean establishment,
           gboolean supervisor)
{
  DitesStagePlace *last = NULL;

  if (reading->places->len > 0)
    last = g_ptr_array_index (reading->places, reading->places->len - 1);
  if (establishment && last != NULL && last->name == NULL && last->commune == NULL)
    bring_together (reading);
  reading->n_together = 0;

  if (last == NULL || (establishment && last->name != NULL) ||
      (establishment && last->supervisor != NULL && last->commune != NULL) ||
      (supervisor && last->supervisor != NULL) ||
      (supervisor && reading->closed && last->commune != NULL && last->name == NULL))
    {
      reading->closed = FALSE;
      last = g_new0 (DitesStagePlace, 1);
      g_ptr_array_add (reading->places, last);
    }

  return last;
}

static void
set_commune (Reading            *reading,
             const DitesCommune *commune)
{
  DitesStagePlace *last = NULL;

  if (commune == NULL)
    return;

  if (reading->places->len > 0)
    last = g_ptr_array_index (reading->places, reading->places->len - 1);
  if (last == NULL || last->commune != NULL)
    {
      if (last != NULL && last->commune == commune)
        return;
      last = g_new0 (DitesStagePlace, 1);
      g_ptr_array_add (reading->places, last);
      reading->closed = FALSE;
      reading->n_together = 0;
    }
  last->commune = commune;

  /* “Drs ESSAI et MODÈLE (Eauze)” are both there. */
  for (guint i = 1; i < reading->n_together; i++)
    {
      DitesStagePlace *before = g_ptr_array_index (reading->places, reading->places->len - 1 - i);

      if (before->commune == NULL)
        before->commune = commune;
    }
}

/* A service goes to the place before it; a second one there is another service of the same house. */
static void
set_department (Reading *reading,
                char    *department)
{
  DitesStagePlace *last = NULL;

  if (reading->places->len > 0)
    last = g_ptr_array_index (reading->places, reading->places->len - 1);

  if (last == NULL)
    {
      g_free (reading->department);
      reading->department = department;
    }
  else if (last->department == NULL)
    {
      last->department = department;
    }
  else
    {
      g_autofree char *joined = g_strdup_printf ("%s, %s", last->department, department);

      g_free (department);
      g_set_str (&last->department, joined);
    }
}

/* Where a doctor is: in the house that is named, with those who are named in the same breath, or in a place of his own. */
static DitesStagePlace *
place_doctor (Reading    *reading,
              const char *name,
              gboolean    goes_on)
{
  DitesStagePlace *place = goes_on ? g_ptr_array_index (reading->places, reading->places->len - 1) : NULL;
  g_autofree char *supervisor = g_strdup_printf ("Dr %s", name);

  if (place != NULL && place->name != NULL)
    {
      g_autofree char *all = g_strdup_printf ("%s, %s", place->supervisor, supervisor);

      g_set_str (&place->supervisor, all);
      return place;
    }

  place = get_place (reading, FALSE, TRUE);
  place->supervisor = g_steal_pointer (&supervisor);
  if (place->type == NULL)
    place->type = "cabinet_msu";

  return place;
}

/* One doctor, however the list writes it, and the commune behind the name; returns whether it is one. */
static gboolean
read_doctor (Reading         *reading,
             DitesStageWords *words,
             gboolean         goes_on)
{
  g_autofree char    *text = NULL;
  g_autofree char    *name = NULL;
  const DitesCommune *commune;
  DitesStagePlace    *place;

  dites_stage_words_drop_last_small (words);
  text = dites_stage_words_join (words);
  commune = dites_stage_words_take_commune (words);
  dites_stage_words_drop_last_small (words);
  name = dites_stage_words_join (words);

  /* A number or an address is nobody’s name. */
  if (strpbrk (text, "@0123456789") != NULL)
    {
      add_rest (reading, text);
      return FALSE;
    }

  /* “Dr Auch” is a doctor of that name. */
  if (*name == '\0')
    {
      g_set_str (&name, text);
      commune = NULL;
    }

  place = place_doctor (reading, name, goes_on);
  if (commune != NULL && place->commune == NULL)
    place->commune = commune;

  return TRUE;
}

/* “Dr ESSAI”, or several with one title: each is a place of their own, but in a house that is named. */
static void
read_supervisor (Reading         *reading,
                 DitesStageWords *words)
{
  const DitesCommune *commune = NULL;
  guint               n_together = reading->several ? reading->n_together : 0;

  for (gboolean more = TRUE; more && reading->places->len < MAX_PLACES;)
    {
      g_autoptr (DitesStageWords) one = dites_stage_words_take_until_and (words);
      guint            n_places = reading->places->len;
      DitesStagePlace *last;

      more = one != NULL;
      if (!read_doctor (reading, more ? one : words, n_together > 0))
        continue;

      /* “Lupiac : Drs ESSAI et MODÈLE”: the place was there before them. */
      last = g_ptr_array_index (reading->places, reading->places->len - 1);
      if (n_together == 0 && reading->places->len == n_places)
        commune = last->commune;
      if (last->commune == NULL)
        last->commune = commune;
      if (n_together == 0 || reading->places->len > n_places)
        n_together++;
    }
  reading->n_together = n_together;
}

static void
read_establishment (Reading         *reading,
                    DitesStageWords *words,
                    const char      *type)
{
  g_autofree char *department = dites_stage_words_take_department (words);
  DitesStagePlace *place = get_place (reading, TRUE, FALSE);

  place->name = dites_stage_words_join (words);
  /* “Dr ESSAI / MSP de Seissan” is there, and not in a practice of that name. */
  if (place->type == NULL || place->supervisor == NULL || !g_str_equal (type, "autre"))
    place->type = type;
  if (place->commune == NULL)
    place->commune = dites_gers_find_commune_in_text (place->name);
  if (department != NULL)
    set_department (reading, g_steal_pointer (&department));
  else if (reading->department != NULL && place->department == NULL)
    place->department = g_steal_pointer (&reading->department);
}

/* A piece that says neither a house nor a doctor. */
static void
read_others (Reading         *reading,
             DitesStageWords *words)
{
  g_autofree char    *department = dites_stage_words_take_department (words);
  const DitesCommune *commune = dites_stage_words_take_commune (words);
  g_autofree char    *left = NULL;

  /* “URG AUCH”: the house follows from the commune. */
  if (commune != NULL)
    set_commune (reading, commune);
  if (department != NULL)
    set_department (reading, g_steal_pointer (&department));

  left = dites_stage_words_join (words);
  dites_stage_words_drop_small (words);
  if (!dites_stage_words_is_empty (words))
    add_rest (reading, left);
}

static void
read_piece (Reading    *reading,
            const char *piece,
            gboolean    is_supervisor,
            gboolean    is_establishment)
{
  g_autoptr (DitesStageWords) words = dites_stage_words_new (piece);
  const char *type;
  const char *stage_type = NULL;

  if (dites_stage_words_is_empty (words))
    return;
  if (dites_stage_words_is_days (words))
    {
      reading->has_days = TRUE;
      return;
    }

  type = dites_stage_words_find_establishment (words);
  reading->several = reading->several || (type == NULL && dites_stage_words_has_plural_title (words));
  if (type == NULL && dites_stage_words_take_title (words))
    {
      if (!dites_stage_words_is_empty (words))
        read_supervisor (reading, words);
      return;
    }

  if (!is_supervisor)
    stage_type = dites_stage_words_take_stage_type (words, type != NULL);
  if (stage_type != NULL && reading->stage_type == NULL)
    reading->stage_type = stage_type;

  /* “SASPAS Dr ESSAI” */
  if (type != NULL)
    read_establishment (reading, words, type);
  else if (stage_type != NULL && dites_stage_words_take_title (words) && !dites_stage_words_is_empty (words))
    read_supervisor (reading, words);
  else if ((is_supervisor || (reading->several && stage_type == NULL && !dites_stage_words_is_department (words))) &&
           dites_gers_find_commune (piece) == NULL)
    read_supervisor (reading, words);
  else if (is_establishment && dites_gers_find_commune (piece) == NULL &&
           !dites_stage_words_is_department (words))
    read_establishment (reading, words, "autre");
  else
    read_others (reading, words);
}

/* Whether a doctor is named from @p on, behind something that is not about him: “PN1 Dr ESSAI”. */
static gboolean
begins_doctor (const char *p,
               GString    *piece)
{
  const char *last = strrchr (piece->str, ' ');

  return g_ascii_isspace (*p) && piece->len > 0 && dites_stage_words_begin_title (p + 1) &&
         !dites_stage_words_begin_title (last != NULL ? last + 1 : piece->str) &&
         !dites_stage_words_end_in_of (piece->str);
}

/* Cuts at “/”, “,”, “:”, brackets, at dashes between spaces and before a doctor. */
static void
read_chunk (Reading    *reading,
            const char *chunk,
            gboolean    is_supervisor,
            gboolean    is_establishment)
{
  g_autoptr (GString) piece = g_string_new (NULL);

  reading->several = FALSE;
  reading->n_together = 0;
  for (const char *p = chunk;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean dash = (c == '-' || c == 0x2013 || c == 0x2014) && p > chunk && g_ascii_isspace (p[-1]);

      if (c != 0 && !dash && !begins_doctor (p, piece) && strchr ("/,:()[]", c < 0x80 ? (int) c : 'x') == NULL)
        {
          g_string_append_unichar (piece, c);
          continue;
        }

      if (reading->places->len < MAX_PLACES)
        read_piece (reading, piece->str, is_supervisor, is_establishment);
      g_string_truncate (piece, 0);
      reading->closed = reading->closed || c == ')';
      if (c == 0)
        break;
    }
}

/* Cuts at line breaks, “;” and “+”, where a cell holds several places. */
static void
read_cell (Reading    *reading,
           const char *cell,
           gboolean    is_supervisor,
           gboolean    is_establishment)
{
  g_auto (GStrv) chunks = NULL;

  if (cell == NULL || *cell == '\0')
    return;

  if (strlen (cell) > MAX_TEXT)
    {
      add_rest (reading, cell);
      return;
    }

  chunks = g_strsplit_set (cell, "\r\n;+|", -1);
  reading->has_days = FALSE;
  for (gsize i = 0; chunks[i] != NULL; i++)
    read_chunk (reading, chunks[i], is_supervisor, is_establishment);

  if (reading->has_days)
    {
      g_autofree char *line = dites_trim (cell);

      g_string_append_printf (reading->days, reading->days->len > 0 ? "; %s" : "%s", line);
    }
}

static void
reading_init (Reading *reading)
{
  reading->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  reading->stage_type = NULL;
  reading->rest = g_string_new (NULL);
  reading->days = g_string_new (NULL);
  reading->department = NULL;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->places, g_ptr_array_unref);
  if (reading->rest != NULL)
    g_string_free (reading->rest, TRUE);
  if (reading->days != NULL)
    g_string_free (reading->days, TRUE);
  g_free (reading->department);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

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
merge_establishment (Reading *stage,
                     Reading *establishment)
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
apply_department (Reading    *reading,
                  const char *department)
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
merge_supervisors (Reading *stage,
                   Reading *supervisors)
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
              add_supervisor (first, doctor->supervisor);
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
settle (Reading *reading)
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
        add_rest (reading, reading->department);
    }
}

/* Lists that have a column for the service write the house, or the sort of stage, there too: returns whether
 * @service said that, and is no service. */
static gboolean
merge_misplaced (Reading *stage,
                 Reading *service)
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
  g_auto (Reading) whole = { NULL };
  g_auto (Reading) house = { NULL };
  g_auto (Reading) service = { NULL };
  g_auto (Reading) doctors = { NULL };

  reading_init (&whole);
  reading_init (&house);
  reading_init (&service);
  reading_init (&doctors);

  read_cell (&whole, stage, FALSE, FALSE);
  read_cell (&house, establishment, FALSE, TRUE);
  read_cell (&service, department, FALSE, FALSE);
  for (gsize i = 0; supervisors != NULL && supervisors[i] != NULL; i++)
    read_cell (&doctors, supervisors[i], TRUE, FALSE);

  if (whole.stage_type == NULL)
    whole.stage_type = house.stage_type;
  if (house.rest->len > 0)
    add_rest (&whole, house.rest->str);
  if (doctors.rest->len > 0)
    add_rest (&whole, doctors.rest->str);

  merge_establishment (&whole, &house);
  if (merge_misplaced (&whole, &service))
    department = NULL;
  apply_department (&whole, department);
  merge_supervisors (&whole, &doctors);
  settle (&whole);
  if (whole.places->len == 0 && department != NULL && *department != '\0' && whole.stage_type == NULL)
    add_rest (&whole, department);

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
