/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-sites.h"

#include <string.h>

#include "dites-fold.h"

/*
 * “CH AUCH” is the “Centre hospitalier d’Auch en Gascogne”: the words that only
 * say what a house is are left away, and the others must all be in the name of
 * the site, or in that of its commune. Sites that an earlier import made, and
 * nobody has confirmed, must have the very same words: otherwise what an import
 * makes could change what the same list means the next time.
 */

typedef struct
{
  char          *id;
  char          *name;       /* as it is */
  char          *words;      /* folded, without those that only say what it is */
  char          *department; /* folded */
  char          *supervisor; /* folded, without the title */
  char          *commune;    /* the INSEE code, or a name, or empty */
  char          *type;
  DitesPoint     point;
  gboolean       has_point;
  gboolean       confirmed;
  DitesDocument *document; /* (nullable): not in the store yet */
} Site;

struct _DitesPlanSites
{
  const DitesKnown *known;
  GHashTable       *made;   /* (not owned): id to document */
  GPtrArray        *sites;  /* of Site: known and shipped ones */
  GHashTable       *by_key; /* exact key to Site (owned by @sites or @own) */
  GPtrArray        *own;    /* of Site: those made here */
};

/* Words that say what a house is and not which one. */
static const char *const general[] = {
  "centre", "centres", "hospitalier", "hopital", "local", "proximite", "ch", "chu", "chr", "chg", "hl", "eps", "epsl",
  "etablissement", "public", "sante", "maison", "pluridisciplinaire", "pluriprofessionnelle", "msp", "mspu", "pole",
  "cabinet", "medical", "medicale", "clinique", "polyclinique", "territorial", "territoriale", "cts", "antenne",
  "departemental", "cds", "ssr", "smr", "site", "de", "du", "des", "d", "la", "le", "les", "l", "en", "a", "et", NULL
};

static void
site_free (Site *site)
{
  g_free (site->id);
  g_free (site->name);
  g_free (site->words);
  g_free (site->department);
  g_free (site->supervisor);
  g_free (site->commune);
  g_free (site->type);
  g_clear_object (&site->document);
  g_free (site);
}

static char *
get_telling_words (const char *name)
{
  g_autofree char *folded = dites_fold_name (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (general, words[i]))
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, words[i]);
    }

  return g_string_free_and_steal (out);
}

static char *
fold_supervisor (const char *name)
{
  g_autofree char         *folded = dites_fold_name (name);
  static const char *const titles[] = { "dr ", "docteur ", "pr " };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_has_prefix (folded, titles[i]))
        return g_strdup (folded + strlen (titles[i]));
    }

  return g_steal_pointer (&folded);
}

static char *
make_key (const char *name,
          const char *department,
          const char *supervisor,
          const char *commune)
{
  g_autofree char *folded_name = dites_fold_place (name);
  g_autofree char *folded_department = dites_fold_words (department);
  g_autofree char *folded_supervisor = fold_supervisor (supervisor);

  return g_strjoin ("|", folded_name, folded_department, folded_supervisor, commune, NULL);
}

static void
index_site (DitesPlanSites *self,
            Site           *site,
            const char     *department)
{
  char *key = make_key (site->name, department, NULL, site->commune);

  if (g_hash_table_contains (self->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (self->by_key, key, site);
}

static char *
dup_member (DitesDocument *document,
            const char    *member)
{
  char *text = dites_document_dup_string (document, member);

  return text != NULL ? text : g_strdup ("");
}

static Site *
site_new_of_document (DitesDocument *document)
{
  Site            *site = g_new0 (Site, 1);
  g_autofree char *department = dup_member (document, "department");
  g_autofree char *supervisor = dup_member (document, "supervisor");
  gint64           latitude, longitude;

  site->id = g_strdup (dites_document_get_id (document));
  site->name = dup_member (document, "name");
  site->words = get_telling_words (site->name);
  site->department = dites_fold_words (department);
  site->supervisor = fold_supervisor (supervisor);
  site->commune = dup_member (document, "commune");
  site->type = dup_member (document, "type");
  site->confirmed = !dites_document_get_flag (document, "to_confirm");
  if (dites_document_get_int (document, "latitude", &latitude) &&
      dites_document_get_int (document, "longitude", &longitude))
    {
      site->point.latitude = latitude;
      site->point.longitude = longitude;
      site->has_point = TRUE;
    }

  return site;
}

static void
add_known (DitesPlanSites *self)
{
  g_autoptr (GPtrArray) documents = self->known->list != NULL ? self->known->list ("site", self->known->user_data) : NULL;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      Site            *site = site_new_of_document (g_ptr_array_index (documents, i));
      g_autofree char *department = dup_member (g_ptr_array_index (documents, i), "department");

      g_ptr_array_add (self->sites, site);
      index_site (self, site, department);
    }
}

/* What is written for a site; @point is left away where it is not known. */
static DitesDocument *
make_document (const char       *name,
               const char       *type,
               const char       *department,
               const char       *supervisor,
               const char       *commune,
               const DitesPoint *point,
               gboolean          to_confirm)
{
  const DitesKind *kind = dites_kind_get ("site");
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("site", "site:0");
  g_autoptr (DitesDocument) draft = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = NULL;

  dites_document_builder_set_string (builder, "name", name);
  dites_document_builder_set_string (builder, "type", type);
  dites_document_builder_set_string (builder, "department", department);
  dites_document_builder_set_string (builder, "supervisor", supervisor);
  dites_document_builder_set_string (builder, "commune", commune);
  dites_document_builder_set_string (builder, "state", "open");
  if (to_confirm)
    dites_document_builder_set_flag (builder, "to_confirm", TRUE);
  if (point != NULL)
    {
      dites_document_builder_set_int (builder, "latitude", point->latitude);
      dites_document_builder_set_int (builder, "longitude", point->longitude);
    }
  draft = dites_document_builder_end (builder);

  if (kind != NULL)
    dites_kind_identify (kind, draft, keys);
  id = dites_document_derived_id ("site", keys->len > 0 ? g_ptr_array_index (keys, 0) : name);
  dites_document_builder_set_string (builder, "_id", id);

  return dites_document_builder_end (builder);
}

/* The sites that the application ships are there even before the store has them. */
static void
add_shipped (DitesPlanSites *self)
{
  gsize                  n_sites;
  const DitesHealthSite *shipped = dites_gers_get_health_sites (&n_sites);

  for (gsize i = 0; i < n_sites; i++)
    {
      g_autoptr (DitesDocument) document = NULL;
      Site            *site;
      g_autofree char *key = make_key (shipped[i].name, NULL, NULL, shipped[i].insee);

      if (!shipped[i].open || g_hash_table_contains (self->by_key, key))
        continue;

      document = make_document (shipped[i].name, shipped[i].type, NULL, NULL, shipped[i].insee, &shipped[i].point,
                                !shipped[i].confirmed);
      site = site_new_of_document (document);
      site->confirmed = TRUE;
      site->document = g_steal_pointer (&document);
      g_ptr_array_add (self->sites, site);
      index_site (self, site, NULL);
    }
}

/**
 * dites_plan_sites_new:
 * @known: what the store knows; it must outlive the object, or all that it is asked later
 * @made: takes the documents that are made, by their id
 *
 * Returns: (transfer full): a directory of sites
 */
DitesPlanSites *
dites_plan_sites_new (const DitesKnown *known,
                      GHashTable       *made)
{
  DitesPlanSites *self = g_new0 (DitesPlanSites, 1);

  self->known = known;
  self->made = made;
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) site_free);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) site_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_known (self);
  add_shipped (self);

  return self;
}

/**
 * dites_plan_sites_free:
 * @self: (transfer full): a directory of sites
 */
void
dites_plan_sites_free (DitesPlanSites *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->sites);
  g_ptr_array_unref (self->own);
  g_free (self);
}

static gboolean
contains_word (const char *words,
               const char *word,
               gsize       length)
{
  const char *p = words;

  while (*p != '\0')
    {
      gsize n = strcspn (p, " ");

      if (n == length && strncmp (p, word, n) == 0)
        return TRUE;
      p += n;
      p += *p == ' ';
    }

  return FALSE;
}

/* How many words of @words are in @name; -1 when one of them is not, nor in @commune. */
static int
count_words_in (const char *words,
                const char *name,
                const char *commune)
{
  const char *p = words;
  int         n_found = 0;

  while (*p != '\0')
    {
      gsize n = strcspn (p, " ");

      if (contains_word (name, p, n))
        n_found++;
      else if (!contains_word (commune, p, n))
        return -1;
      p += n;
      p += *p == ' ';
    }

  return n_found;
}

static gboolean
is_same_type (const char *a,
              const char *b)
{
  if (a == NULL || *a == '\0' || *b == '\0' || g_str_equal (a, b))
    return TRUE;

  return g_str_has_prefix (a, "cabinet") && g_str_has_prefix (b, "cabinet");
}

static guint
count_words (const char *words)
{
  guint n = *words != '\0';

  for (const char *p = words; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

/* How well the house of a site fits a place; 0 for not at all. */
static int
score_house (const Site            *site,
             const DitesStagePlace *place,
             const char            *words,
             const char            *commune_words)
{
  int found;

  if (place->commune != NULL && *site->commune != '\0' && !g_str_equal (place->commune->insee, site->commune))
    return 0;

  if (place->name == NULL)
    {
      /* A service in a commune: its hospital, and best the one that is called after it. */
      if (place->department == NULL || place->commune == NULL || !g_str_equal (site->type, "hopital") ||
          !g_str_equal (site->commune, place->commune->insee))
        return 0;
      return 100 + 50 * (count_words_in (commune_words, site->words, "") > 0) - (int) count_words (site->words);
    }

  if (!is_same_type (place->type, site->type) && g_strcmp0 (place->type, "autre") != 0)
    return 0;
  if (*words == '\0')
    return 0;
  if (!site->confirmed)
    return g_str_equal (words, site->words) ? 90 : 0;

  found = count_words_in (words, site->words, commune_words);
  if (found < 0 || (found == 0 && *site->words != '\0' && place->commune == NULL))
    return 0;

  return 100 + 20 * found - (int) MIN (count_words (site->words), 19);
}

/* The best house, and the one of its services that is meant. */
static void
find_house (DitesPlanSites        *self,
            const DitesStagePlace *place,
            const Site           **house,
            const Site           **service)
{
  g_autofree char *words = get_telling_words (place->name);
  g_autofree char *department = dites_fold_words (place->department);
  g_autofree char *commune_words = dites_fold_name (place->commune != NULL ? place->commune->name : NULL);
  int              best_house = 0, best_service = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const Site *site = g_ptr_array_index (self->sites, i);
      int         score = score_house (site, place, words, commune_words);

      if (score == 0)
        continue;

      /* A house without a service stands for the whole, and is what services are made after. */
      score = score * 2 + (*site->department == '\0');
      if (score > best_house || (score == best_house && strcmp (site->id, (*house)->id) < 0))
        {
          *house = site;
          best_house = score;
        }
      if (g_str_equal (site->department, department) &&
          (score > best_service || (score == best_service && strcmp (site->id, (*service)->id) < 0)))
        {
          *service = site;
          best_service = score;
        }
    }
}

static const Site *
find_doctor (DitesPlanSites        *self,
             const DitesStagePlace *place)
{
  g_autofree char *supervisor = fold_supervisor (place->supervisor);
  const Site      *found = NULL;
  guint            n_found = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const Site *site = g_ptr_array_index (self->sites, i);

      if (!g_str_equal (site->supervisor, supervisor))
        continue;
      if (place->commune != NULL && g_str_equal (site->commune, place->commune->insee))
        return site;
      /* Without a commune on either side the name must do, if it is the only one. */
      if (place->commune == NULL && *site->commune == '\0')
        return site;
      if (place->commune == NULL && site->confirmed)
        {
          found = site;
          n_found++;
        }
    }

  return n_found == 1 ? found : NULL;
}

/* The site becomes part of the plan, if the store does not have it. */
static const char *
use_site (DitesPlanSites *self,
          const Site     *site,
          const char    **type)
{
  if (site->document != NULL && !g_hash_table_contains (self->made, site->id))
    g_hash_table_insert (self->made, g_strdup (site->id), g_object_ref (site->document));
  *type = *site->type != '\0' ? site->type : NULL;

  return site->id;
}

static const char *
make_site (DitesPlanSites        *self,
           const DitesStagePlace *place,
           const Site            *house,
           const char            *key,
           const char           **type)
{
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (DitesDocument) stored = NULL;
  g_autofree char *name = NULL;
  Site            *site;

  if (house != NULL)
    name = g_strdup (house->name);
  else if (place->name != NULL)
    name = g_strdup (place->name);
  else if (place->supervisor != NULL)
    name = g_strdup_printf ("Cabinet du %s", place->supervisor);
  else if (place->commune != NULL && place->department != NULL)
    name = g_strdup_printf ("Hôpital (%s)", place->commune->name);
  else if (place->commune != NULL)
    name = g_strdup_printf ("%s (à préciser)", place->commune->name);
  else
    return NULL;

  document = make_document (name, house != NULL && *house->type != '\0' ? house->type : place->type,
                            place->department, place->name == NULL && house == NULL ? place->supervisor : NULL,
                            house != NULL ? house->commune : place->commune != NULL ? place->commune->insee
                                                                                    : NULL,
                            house != NULL && house->has_point         ? &house->point
                            : house == NULL && place->commune != NULL ? &place->commune->point
                                                                      : NULL,
                            TRUE);

  /* Somebody may have given the site that once was made so another name: it is still the same. */
  stored = self->known->get != NULL ? self->known->get (dites_document_get_id (document), self->known->user_data) : NULL;
  site = site_new_of_document (stored != NULL ? stored : document);
  if (stored == NULL)
    site->document = g_steal_pointer (&document);
  g_ptr_array_add (self->own, site);
  g_hash_table_replace (self->by_key, g_strdup (key), site);

  return use_site (self, site, type);
}

/**
 * dites_plan_sites_resolve:
 * @self: a directory of sites
 * @place: a place as a list names it
 * @type: (out): return location for the type of the site; %NULL where it is not known
 *
 * Finds the site that is meant, or makes it.
 *
 * Returns: (nullable): its id; @self holds it
 */
const char *
dites_plan_sites_resolve (DitesPlanSites        *self,
                          const DitesStagePlace *place,
                          const char           **type)
{
  const char      *commune = place->commune != NULL ? place->commune->insee : "";
  gboolean         doctor = place->name == NULL && place->supervisor != NULL;
  g_autofree char *key = make_key (place->name, place->department, doctor ? place->supervisor : NULL, commune);
  const Site      *found = g_hash_table_lookup (self->by_key, key);
  const Site      *house = NULL;
  const Site      *service = NULL;

  *type = NULL;
  if (found != NULL)
    return use_site (self, found, type);

  if (doctor)
    service = find_doctor (self, place);
  else
    find_house (self, place, &house, &service);
  if (service != NULL)
    return use_site (self, service, type);

  return make_site (self, place, house, key, type);
}
