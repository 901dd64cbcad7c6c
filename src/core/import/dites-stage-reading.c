/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-reading.h"

#include <string.h>

#include "dites-fold.h"
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

static void
place_free (DitesStagePlace *place)
{
  g_free (place->name);
  g_free (place->department);
  g_free (place->supervisor);
  g_free (place);
}

/**
 * dites_stage_reading_add_rest:
 * @reading: what is read
 * @text: what could not be understood
 *
 * Keeps it with what could not be understood before.
 */
void
dites_stage_reading_add_rest (DitesStageReading *reading,
                              const char        *text)
{
  if (reading->rest->len > 0)
    g_string_append (reading->rest, " / ");
  g_string_append (reading->rest, text);
}

/**
 * dites_stage_place_add_supervisor:
 * @place: a place
 * @supervisor: (nullable): a doctor of it
 *
 * Puts a doctor before those there are: names come from the last to the first.
 */
void
dites_stage_place_add_supervisor (DitesStagePlace *place,
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
bring_together (DitesStageReading *reading)
{
  for (; reading->n_together > 1; reading->n_together--)
    {
      guint            n = reading->places->len;
      DitesStagePlace *before = g_ptr_array_index (reading->places, n - 2);

      dites_stage_place_add_supervisor (g_ptr_array_index (reading->places, n - 1), before->supervisor);
      g_ptr_array_remove_index (reading->places, n - 2);
    }
}

/* The place that is being read, or a new one when @again is already said about it. */
static DitesStagePlace *
get_place (DitesStageReading *reading,
           gboolean           establishment,
           gboolean           supervisor)
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
set_commune (DitesStageReading  *reading,
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
set_department (DitesStageReading *reading,
                char              *department)
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
place_doctor (DitesStageReading *reading,
              const char        *name,
              gboolean           goes_on)
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
read_doctor (DitesStageReading *reading,
             DitesStageWords   *words,
             gboolean           goes_on)
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
      dites_stage_reading_add_rest (reading, text);
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
read_supervisor (DitesStageReading *reading,
                 DitesStageWords   *words)
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
read_establishment (DitesStageReading *reading,
                    DitesStageWords   *words,
                    const char        *type)
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
read_others (DitesStageReading *reading,
             DitesStageWords   *words)
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
    dites_stage_reading_add_rest (reading, left);
}

static void
read_piece (DitesStageReading *reading,
            const char        *piece,
            gboolean           is_supervisor,
            gboolean           is_establishment)
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
read_chunk (DitesStageReading *reading,
            const char        *chunk,
            gboolean           is_supervisor,
            gboolean           is_establishment)
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

/**
 * dites_stage_reading_read:
 * @reading: what is read
 * @cell: (nullable): a cell
 * @is_supervisor: whether its column is about doctors
 * @is_establishment: whether its column is about houses
 *
 * Reads one more cell. It is cut at line breaks, “;” and “+”, where one holds several places.
 */
void
dites_stage_reading_read (DitesStageReading *reading,
                          const char        *cell,
                          gboolean           is_supervisor,
                          gboolean           is_establishment)
{
  g_auto (GStrv) chunks = NULL;

  if (cell == NULL || *cell == '\0')
    return;

  if (strlen (cell) > MAX_TEXT)
    {
      dites_stage_reading_add_rest (reading, cell);
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

/**
 * dites_stage_reading_init:
 * @reading: (out): what is read: nothing yet
 */
void
dites_stage_reading_init (DitesStageReading *reading)
{
  reading->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  reading->stage_type = NULL;
  reading->rest = g_string_new (NULL);
  reading->days = g_string_new (NULL);
  reading->department = NULL;
}

/**
 * dites_stage_reading_clear:
 * @reading: what is read
 *
 * Frees what it holds.
 */
void
dites_stage_reading_clear (DitesStageReading *reading)
{
  g_clear_pointer (&reading->places, g_ptr_array_unref);
  if (reading->rest != NULL)
    g_string_free (reading->rest, TRUE);
  if (reading->days != NULL)
    g_string_free (reading->days, TRUE);
  g_free (reading->department);
}
