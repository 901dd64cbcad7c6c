/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-overlay.h"

#include <string.h>

struct _DitesPlanOverlay
{
  const DitesKnown *below;
  DitesKnown        known;
  GHashTable       *documents; /* id to document: those that are written */
  GHashTable       *keys;      /* kind and key to the documents (a GPtrArray) that it leads to */
};

static char *
make_key (const char *kind,
          const char *key)
{
  return g_strdup_printf ("%s\x1f%s", kind, key);
}

static void
index_document (DitesPlanOverlay *self,
                DitesDocument    *document)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (kind != NULL)
    dites_kind_identify (kind, document, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *key = make_key (kind->name, g_ptr_array_index (keys, i));
      GPtrArray       *found = g_hash_table_lookup (self->keys, key);

      if (found == NULL)
        {
          found = g_ptr_array_new ();
          g_hash_table_insert (self->keys, g_steal_pointer (&key), found);
        }
      g_ptr_array_add (found, document);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (dites_document_get_id (*(DitesDocument *const *) a), dites_document_get_id (*(DitesDocument *const *) b));
}

/* Those of the store that are not written, and those that are. */
static GPtrArray *
join (DitesPlanOverlay *self,
      GPtrArray        *below,
      GPtrArray        *written)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; below != NULL && i < below->len; i++)
    {
      DitesDocument *document = g_ptr_array_index (below, i);

      if (!g_hash_table_contains (self->documents, dites_document_get_id (document)))
        g_ptr_array_add (all, g_object_ref (document));
    }
  for (guint i = 0; written != NULL && i < written->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (written, i)));
  g_ptr_array_sort (all, compare_ids);

  return all;
}

static GPtrArray *
find (const char *kind,
      const char *key,
      gpointer    user_data)
{
  DitesPlanOverlay *self = user_data;
  g_autofree char  *full = make_key (kind, key);
  g_autoptr (GPtrArray) below = self->below->find (kind, key, self->below->user_data);

  return join (self, below, g_hash_table_lookup (self->keys, full));
}

static DitesDocument *
get (const char *id,
     gpointer    user_data)
{
  DitesPlanOverlay *self = user_data;
  DitesDocument    *document = g_hash_table_lookup (self->documents, id);

  return document != NULL ? g_object_ref (document) : self->below->get (id, self->below->user_data);
}

static GPtrArray *
list (const char *kind,
      gpointer    user_data)
{
  DitesPlanOverlay *self = user_data;
  g_autoptr (GPtrArray) below = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       document;

  if (self->below->list != NULL)
    below = self->below->list (kind, self->below->user_data);
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    {
      if (g_str_equal (dites_document_get_kind (document), kind))
        g_ptr_array_add (written, document);
    }

  return join (self, below, written);
}

static char *
title_of (const char *id,
          gpointer    user_data)
{
  DitesPlanOverlay *self = user_data;
  DitesDocument    *document = g_hash_table_lookup (self->documents, id);
  const DitesKind  *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;

  if (kind != NULL)
    return dites_kind_title (kind, document, title_of, self);

  return self->below->title_of != NULL ? self->below->title_of (id, self->below->user_data) : NULL;
}

/**
 * dites_plan_overlay_new:
 * @known: what the store knows; it must outlive the object
 * @changes: what is written; nothing of it goes to the trash
 *
 * Returns: (transfer full): what the store would know
 */
DitesPlanOverlay *
dites_plan_overlay_new (const DitesKnown *known,
                        DitesChangeSet   *changes)
{
  DitesPlanOverlay *self = g_new0 (DitesPlanOverlay, 1);

  self->below = known;
  self->known = (DitesKnown) { find, get, list, title_of, self };
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      DitesDocument *document = dites_change_set_get_change (changes, i)->document;

      g_hash_table_replace (self->documents, (gpointer) dites_document_get_id (document), g_object_ref (document));
      index_document (self, document);
    }

  return self;
}

/**
 * dites_plan_overlay_free:
 * @self: (transfer full): what the store would know
 */
void
dites_plan_overlay_free (DitesPlanOverlay *self)
{
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->documents);
  g_free (self);
}

/**
 * dites_plan_overlay_get_known:
 * @self: what the store would know
 *
 * Returns: (transfer none): the same, as a plan asks for it
 */
const DitesKnown *
dites_plan_overlay_get_known (DitesPlanOverlay *self)
{
  return &self->known;
}
