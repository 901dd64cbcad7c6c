/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-references.h"

#include "dites-fold.h"

struct _DitesPlanReferences
{
  const DitesKnown *known;  /* (nullable): closed */
  GHashTable       *ids;    /* kind and text to an id, or "" */
  GHashTable       *titles; /* a kind to a table of folded titles: each to an id, or "" when several have it */
};

/**
 * dites_plan_references_new:
 * @known: what the store knows; it must stay until dites_plan_references_close()
 *
 * Returns: (transfer full): a finder of documents
 */
DitesPlanReferences *
dites_plan_references_new (const DitesKnown *known)
{
  DitesPlanReferences *self = g_new0 (DitesPlanReferences, 1);

  self->known = known;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  return self;
}

/**
 * dites_plan_references_free:
 * @self: (transfer full): a finder of documents
 */
void
dites_plan_references_free (DitesPlanReferences *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/**
 * dites_plan_references_close:
 * @self: a finder of documents
 *
 * From now on the store is not asked any more.
 */
void
dites_plan_references_close (DitesPlanReferences *self)
{
  self->known = NULL;
  g_hash_table_remove_all (self->titles);
}

/* The field that a document of the kind is called by. */
static const DitesField *
find_name_field (const DitesKind *kind)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if ((field->type == DITES_FIELD_TEXT || field->type == DITES_FIELD_NAME) &&
          !(field->flags & (DITES_FIELD_LIST_ONLY | DITES_FIELD_MULTIPLE)))
        return field;
    }

  return NULL;
}

/* The only one that has the name; NULL when there is none, or several. */
static char *
find_by_name (DitesPlanReferences *self,
              const DitesKind     *kind,
              const char          *name)
{
  const DitesField *field = find_name_field (kind);
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) draft = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = NULL;

  if (field == NULL)
    return NULL;

  builder = dites_document_builder_new (NULL, NULL);
  dites_document_builder_set_string (builder, field->name, name);
  draft = dites_document_builder_end (builder);
  dites_kind_identify (kind, draft, keys);
  if (keys->len > 0)
    found = self->known->find (kind->name, g_ptr_array_index (keys, 0), self->known->user_data);

  return found != NULL && found->len == 1 ? g_strdup (dites_document_get_id (g_ptr_array_index (found, 0))) : NULL;
}

/* What everything of the kind is called, as lists of ours show it. */
static GHashTable *
get_titles (DitesPlanReferences *self,
            const DitesKind     *kind)
{
  GHashTable *titles = g_hash_table_lookup (self->titles, kind->name);
  g_autoptr (GPtrArray) documents = NULL;

  if (titles != NULL)
    return titles;

  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->known->list != NULL)
    documents = self->known->list (kind->name, self->known->user_data);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      DitesDocument   *document = g_ptr_array_index (documents, i);
      g_autofree char *title = dites_kind_title (kind, document, self->known->title_of, self->known->user_data);
      char            *folded = dites_fold_words (title);
      gboolean         taken = g_hash_table_contains (titles, folded);

      g_hash_table_replace (titles, folded, g_strdup (taken ? "" : dites_document_get_id (document)));
    }
  g_hash_table_insert (self->titles, g_strdup (kind->name), titles);

  return titles;
}

static char *
find (DitesPlanReferences *self,
      const DitesKind     *kind,
      const char          *text)
{
  g_autofree char *folded = NULL;
  char            *named;

  if (g_str_has_prefix (text, kind->name))
    {
      g_autoptr (DitesDocument) document = self->known->get (text, self->known->user_data);

      if (document != NULL)
        return g_strdup (text);
    }

  named = find_by_name (self, kind, text);
  if (named != NULL)
    return named;

  folded = dites_fold_words (text);

  return g_strdup (g_hash_table_lookup (get_titles (self, kind), folded));
}

/**
 * dites_plan_references_find:
 * @self: a finder of documents
 * @kind: the name of a kind
 * @text: what a list calls a document of it: its id, its name, or the title
 *   under which it is shown and exported
 *
 * Returns: (nullable): the id of the only document that it can be; the finder holds it
 */
const char *
dites_plan_references_find (DitesPlanReferences *self,
                            const char          *kind,
                            const char          *text)
{
  const DitesKind *target = dites_kind_get (kind);
  g_autofree char *key = g_strdup_printf ("%s\x1f%s", kind, text);
  const char      *found = g_hash_table_lookup (self->ids, key);

  if (found == NULL && target != NULL && self->known != NULL)
    {
      char *id = find (self, target, text);

      found = id != NULL ? id : g_strdup ("");
      g_hash_table_insert (self->ids, g_steal_pointer (&key), (char *) found);
    }

  return found != NULL && *found != '\0' ? found : NULL;
}
