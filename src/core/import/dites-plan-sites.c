/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-sites.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-plan-site.h"

/*
 * “CH AUCH” is the “Centre hospitalier d’Auch en Gascogne”: the words that only
 * say what a house is are left away, and the others must all be in the name of
 * the site, or in that of its commune.
 *
 * That is asked of the sites that somebody vouches for: those of the store that
 * are confirmed, and those that the application ships, be they in the store
 * or not. No import adds to them. What an import has made, and nobody has
 * confirmed, is only found by what it was made for: the same sort of house with
 * the same words, service and commune, or the same doctor in the same
 * commune. So what an import makes never changes what the same list means the
 * next time.
 */

struct _DitesPlanSites
{
  const DitesKnown *known;
  GHashTable       *made;       /* (not owned): id to document */
  GPtrArray        *sites;      /* of DitesPlanSite: those that somebody vouches for */
  GHashTable       *by_key;     /* exact key to DitesPlanSite (owned by @sites) */
  GPtrArray        *made_sites; /* of DitesPlanSite: those that imports made, this one included */
  GHashTable       *by_purpose; /* what a site was made for to DitesPlanSite (owned by @made_sites) */
};

/* Of several for the same, the first one counts. */
static void
add_made (DitesPlanSites *self,
          DitesPlanSite  *site,
          char           *purpose)
{
  g_ptr_array_add (self->made_sites, site);
  if (g_hash_table_contains (self->by_purpose, purpose))
    g_free (purpose);
  else
    g_hash_table_insert (self->by_purpose, purpose, site);
}

/* The sites that the application ships, by their ids. */
static GHashTable *
make_shipped (void)
{
  GHashTable            *documents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  gsize                  n_sites;
  const DitesHealthSite *shipped = dites_gers_get_health_sites (&n_sites);

  for (gsize i = 0; i < n_sites; i++)
    {
      DitesDocument *document;

      if (!shipped[i].open)
        continue;
      document = dites_plan_site_make_document (shipped[i].name, shipped[i].type, NULL, NULL, shipped[i].insee,
                                                &shipped[i].point, !shipped[i].confirmed);
      g_hash_table_replace (documents, (gpointer) dites_document_get_id (document), document);
    }

  return documents;
}

/* Of several with one name, the first one counts. */
static void
add_confirmed (DitesPlanSites *self,
               DitesPlanSite  *site)
{
  char *key = dites_plan_site_make_key (site->name, site->department, site->commune);

  site->confirmed = TRUE;
  g_ptr_array_add (self->sites, site);
  if (g_hash_table_contains (self->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (self->by_key, key, site);
}

/* Whether a document of the store is a shipped site, by its id or by what it says. */
static gboolean
is_one_of (GHashTable    *shipped,
           DitesDocument *document)
{
  g_autofree char *id = dites_plan_site_derive_id (document);

  return g_hash_table_contains (shipped, dites_document_get_id (document)) || g_hash_table_contains (shipped, id);
}

static void
add_known (DitesPlanSites *self,
           GHashTable     *shipped)
{
  g_autoptr (GPtrArray) documents = self->known->list != NULL ? self->known->list ("site", self->known->user_data) : NULL;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      DitesDocument *document = g_ptr_array_index (documents, i);
      DitesPlanSite *site = dites_plan_site_new (document);

      if (site->confirmed || is_one_of (shipped, document))
        add_confirmed (self, site);
      else
        add_made (self, site, dites_plan_site_make_purpose (site));
    }
}

static gboolean
is_known (DitesPlanSites *self,
          const char     *id)
{
  g_autoptr (DitesDocument) document = self->known->get (id, self->known->user_data);

  return document != NULL;
}

/* The shipped sites are there even before the store has them. */
static void
add_shipped (DitesPlanSites *self,
             GHashTable     *shipped)
{
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, shipped);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    {
      DitesPlanSite   *site = dites_plan_site_new (document);
      g_autofree char *key = dites_plan_site_make_key (site->name, NULL, site->commune);

      if (g_hash_table_contains (self->by_key, key) || is_known (self, site->id))
        {
          dites_plan_site_free (site);
          continue;
        }
      site->document = g_object_ref (document);
      add_confirmed (self, site);
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
  g_autoptr (GHashTable) shipped = make_shipped ();

  self->known = known;
  self->made = made;
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_plan_site_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made_sites = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_plan_site_free);
  self->by_purpose = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_known (self, shipped);
  add_shipped (self, shipped);

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
  g_hash_table_unref (self->by_purpose);
  g_ptr_array_unref (self->sites);
  g_ptr_array_unref (self->made_sites);
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
score_house (const DitesPlanSite   *site,
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

  found = count_words_in (words, site->words, commune_words);
  if (found < 0 || (found == 0 && *site->words != '\0' && place->commune == NULL))
    return 0;

  return 100 + 20 * found - (int) MIN (count_words (site->words), 19);
}

/* The best house, and the one of its services that is meant. */
static void
find_house (DitesPlanSites        *self,
            const DitesStagePlace *place,
            const DitesPlanSite  **house,
            const DitesPlanSite  **service)
{
  g_autofree char *words = dites_plan_site_get_words (place->name);
  g_autofree char *department = dites_fold_words (place->department);
  g_autofree char *commune_words = dites_fold_name (place->commune != NULL ? place->commune->name : NULL);
  int              best_house = 0, best_service = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const DitesPlanSite *site = g_ptr_array_index (self->sites, i);
      int                  score = score_house (site, place, words, commune_words);

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

static const DitesPlanSite *
find_doctor (DitesPlanSites        *self,
             const DitesStagePlace *place)
{
  g_autofree char     *supervisor = dites_plan_site_fold_doctor (place->supervisor);
  const DitesPlanSite *found = NULL;
  guint                n_found = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const DitesPlanSite *site = g_ptr_array_index (self->sites, i);

      if (*supervisor == '\0' || !g_str_equal (site->supervisor, supervisor))
        continue;
      if (place->commune != NULL && g_str_equal (site->commune, place->commune->insee))
        return site;
      /* Without a commune on either side the name must do, if it is the only one. */
      if (place->commune == NULL && *site->commune == '\0')
        return site;
      if (place->commune == NULL)
        {
          found = site;
          n_found++;
        }
    }

  return n_found == 1 ? found : NULL;
}

/* The site becomes part of the plan, if the store does not have it. */
static const char *
use_site (DitesPlanSites      *self,
          const DitesPlanSite *site,
          const char         **type)
{
  if (site->document != NULL && !g_hash_table_contains (self->made, site->id))
    g_hash_table_insert (self->made, g_strdup (site->id), g_object_ref (site->document));
  *type = *site->type != '\0' ? site->type : NULL;

  return site->id;
}

/* What the site of a place is called for which there is none; NULL when the place says too little. */
static char *
make_name (const DitesStagePlace *place)
{
  if (place->name != NULL)
    return g_strdup (place->name);
  if (place->supervisor != NULL)
    return g_strdup_printf ("Cabinet du %s", place->supervisor);
  if (place->commune == NULL)
    return NULL;
  if (place->department != NULL)
    return g_strdup_printf ("Hôpital (%s)", place->commune->name);

  return g_strdup_printf ("%s (à préciser)", place->commune->name);
}

/* What is written for a place: another service of @house, or a house of its own. */
static DitesDocument *
make_draft (const DitesStagePlace *place,
            const DitesPlanSite   *house)
{
  g_autofree char *name = NULL;

  if (house != NULL)
    return dites_plan_site_make_document (house->name, *house->type != '\0' ? house->type : place->type, place->department, NULL,
                                          house->commune, house->has_point ? &house->point : NULL, TRUE);

  name = make_name (place);
  if (name == NULL)
    return NULL;

  return dites_plan_site_make_document (name, place->type, place->department, place->name == NULL ? place->supervisor : NULL,
                                        place->commune != NULL ? place->commune->insee : NULL,
                                        place->commune != NULL ? &place->commune->point : NULL, TRUE);
}

/* The document that has the id already, in the store or among those that this import makes. Somebody may have
 * given the site that once was made so another name: it is still the same. */
static DitesDocument *
find_document (DitesPlanSites *self,
               const char     *id)
{
  DitesDocument *made = g_hash_table_lookup (self->made, id);

  if (made != NULL)
    return g_object_ref (made);

  return self->known->get (id, self->known->user_data);
}

/* The site that was made for the same before, or a new one. */
static const char *
make_site (DitesPlanSites        *self,
           const DitesStagePlace *place,
           const DitesPlanSite   *house,
           const char           **type)
{
  g_autoptr (DitesDocument) document = make_draft (place, house);
  g_autoptr (DitesDocument) there = NULL;
  g_autofree char     *purpose = NULL;
  DitesPlanSite       *site;
  const DitesPlanSite *found;

  if (document == NULL)
    return NULL;

  site = dites_plan_site_new (document);
  purpose = dites_plan_site_make_purpose (site);
  found = g_hash_table_lookup (self->by_purpose, purpose);
  if (found == NULL)
    {
      there = find_document (self, site->id);
      if (there != NULL)
        {
          dites_plan_site_free (site);
          site = dites_plan_site_new (there);
        }
      else
        {
          site->document = g_object_ref (document);
        }
      add_made (self, site, g_steal_pointer (&purpose));
      found = site;
    }
  else
    {
      dites_plan_site_free (site);
    }

  return use_site (self, found, type);
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
  const char          *commune = place->commune != NULL ? place->commune->insee : "";
  gboolean             doctor = place->name == NULL && place->supervisor != NULL;
  g_autofree char     *key = dites_plan_site_make_key (place->name, place->department, commune);
  const DitesPlanSite *found = place->name != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
  const DitesPlanSite *house = NULL;
  const DitesPlanSite *service = NULL;

  *type = NULL;
  if (found != NULL)
    return use_site (self, found, type);

  if (doctor)
    service = find_doctor (self, place);
  else
    find_house (self, place, &house, &service);
  if (service != NULL)
    return use_site (self, service, type);

  return make_site (self, place, house, type);
}
