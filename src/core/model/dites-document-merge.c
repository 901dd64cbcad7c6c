/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

#include <string.h>

/* Merges in three ways, after the rules of sync: members on their own, objects
 * inside them likewise, lists of texts as sets, lists of parts by what names
 * each part; everything else is one value that only one side may change. */

static const DitesJson nothing = { NULL, 0 };

static gboolean merge_value (DitesJson base,
                             DitesJson ours,
                             DitesJson theirs,
                             GString  *out);

static gboolean
is_null (DitesJson json)
{
  DitesJsonType type = dites_json_get_type (json);

  return type == DITES_JSON_NONE || type == DITES_JSON_NULL;
}

static gboolean
is_same (DitesJson a,
         DitesJson b)
{
  if (is_null (a) || is_null (b))
    return is_null (a) && is_null (b);

  return dites_json_equal (a, b);
}

static DitesJson
get_member (DitesJson   object,
            const char *name)
{
  DitesJson value;

  return dites_json_get_member (object, name, &value) ? value : nothing;
}

static void
append_member (GString    *out,
               const char *name,
               const char *json,
               gsize       length)
{
  if (out->len > 1)
    g_string_append_c (out, ',');
  dites_json_append_string (out, name);
  g_string_append_c (out, ':');
  g_string_append_len (out, json, length);
}

/* Appends the merged object to @out; names what both sides changed in @conflicts. */
static gboolean
merge_objects (DitesJson  base,
               DitesJson  ours,
               DitesJson  theirs,
               GString   *out,
               GPtrArray *conflicts)
{
  g_autoptr (GString) value = g_string_new (NULL);
  gsize    start = out->len;
  gboolean clean = TRUE;
  g_autoptr (GString) object = g_string_new ("{");
  const DitesJson sides[] = { theirs, ours };

  for (gsize side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      DitesJsonIter iter;
      DitesJson     name, unused;

      dites_json_iter_init (&iter, sides[side]);
      while (dites_json_iter_next (&iter, &name, &unused))
        {
          g_autofree char *member = dites_json_dup_string (name);

          /* The second round adds what only we have. */
          if (side == 1 && dites_json_get_member (theirs, member, &unused))
            continue;

          g_string_truncate (value, 0);
          if (!merge_value (get_member (base, member), get_member (ours, member), get_member (theirs, member), value))
            {
              clean = FALSE;
              if (conflicts != NULL)
                g_ptr_array_add (conflicts, g_strdup (member));
            }
          if (value->len > 0)
            append_member (object, member, value->str, value->len);
        }
    }

  g_string_append_c (object, '}');
  g_string_truncate (out, start);
  g_string_append_len (out, object->str, object->len);

  return clean;
}

/* What tells the elements of a list apart: a text by itself, a part by its name. */
static char *
get_element_key (DitesJson element)
{
  if (dites_json_get_type (element) == DITES_JSON_OBJECT)
    {
      DitesJson name = get_member (element, "id");

      return dites_json_dup_string (is_null (name) ? get_member (element, "sha256") : name);
    }

  return dites_json_dup_string (element);
}

/* Returns the elements by their keys, or NULL if they cannot be told apart. */
static GHashTable *
index_elements (DitesJson  array,
                GPtrArray *order)
{
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DitesJsonIter iter;
  DitesJson     element;

  if (!is_null (array) && dites_json_get_type (array) != DITES_JSON_ARRAY)
    return NULL;

  dites_json_iter_init (&iter, array);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      char *key = get_element_key (element);

      if (key == NULL)
        return NULL;
      if (!g_hash_table_contains (elements, key))
        g_ptr_array_add (order, g_strdup (key));
      if (!g_hash_table_insert (elements, key, g_memdup2 (&element, sizeof element)))
        return NULL;
    }

  return g_steal_pointer (&elements);
}

static DitesJson
get_element (GHashTable *elements,
             const char *key)
{
  const DitesJson *element = g_hash_table_lookup (elements, key);

  return element != NULL ? *element : nothing;
}

static gboolean
append_merged_elements (GPtrArray  *keys,
                        GHashTable *skip,
                        GHashTable *base,
                        GHashTable *ours,
                        GHashTable *theirs,
                        GString    *out)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];

      if (skip != NULL && g_hash_table_contains (skip, key))
        continue;

      g_string_truncate (value, 0);
      if (!merge_value (get_element (base, key), get_element (ours, key), get_element (theirs, key), value))
        return FALSE;
      if (value->len > 0)
        {
          if (out->str[out->len - 1] != '[')
            g_string_append_c (out, ',');
          g_string_append_len (out, value->str, value->len);
        }
    }

  return TRUE;
}

static gboolean
merge_arrays (DitesJson base,
              DitesJson ours,
              DitesJson theirs,
              GString  *out)
{
  g_autoptr (GPtrArray) base_order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) our_order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) their_order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) base_elements = index_elements (base, base_order);
  g_autoptr (GHashTable) our_elements = index_elements (ours, our_order);
  g_autoptr (GHashTable) their_elements = index_elements (theirs, their_order);
  g_autoptr (GString) array = g_string_new ("[");

  if (base_elements == NULL || our_elements == NULL || their_elements == NULL)
    return FALSE;

  /* Who moved an element was not asked: their order first, then what we added. */
  if (!append_merged_elements (their_order, NULL, base_elements, our_elements, their_elements, array) ||
      !append_merged_elements (our_order, their_elements, base_elements, our_elements, their_elements, array))
    return FALSE;

  g_string_append_c (array, ']');
  g_string_append_len (out, array->str, array->len);

  return TRUE;
}

/* Appends the merged value to @out, or nothing if it was removed; FALSE is a conflict, with theirs in @out. */
static gboolean
merge_value (DitesJson base,
             DitesJson ours,
             DitesJson theirs,
             GString  *out)
{
  DitesJsonType type = dites_json_get_type (ours);

  if (is_same (base, ours) || is_same (ours, theirs))
    {
      if (!is_null (theirs))
        g_string_append_len (out, theirs.text, theirs.length);
      return TRUE;
    }
  if (is_same (base, theirs))
    {
      if (!is_null (ours))
        g_string_append_len (out, ours.text, ours.length);
      return TRUE;
    }

  if (type == dites_json_get_type (theirs))
    {
      if (type == DITES_JSON_OBJECT && (is_null (base) || dites_json_get_type (base) == DITES_JSON_OBJECT))
        return merge_objects (base, ours, theirs, out, NULL);
      if (type == DITES_JSON_ARRAY && merge_arrays (base, ours, theirs, out))
        return TRUE;
    }

  if (!is_null (theirs))
    g_string_append_len (out, theirs.text, theirs.length);

  return FALSE;
}

/* Who wrote a document last is not what it says. */
static gboolean
is_mark (const char *member)
{
  return strcmp (member, "changed_at") == 0 || strcmp (member, "changed_by") == 0;
}

static gboolean
is_contained (DitesDocument *a,
              DitesDocument *b)
{
  for (gsize i = 0; i < dites_document_get_n_members (a); i++)
    {
      g_autofree char *member = NULL;
      DitesJson        name, value, other;

      dites_document_get_member_at (a, i, &name, &value);
      member = dites_json_dup_string (name);
      if (is_mark (member) || dites_json_get_type (value) == DITES_JSON_NULL)
        continue;

      if (!dites_document_get (b, member, &other) || !dites_json_equal (value, other))
        return FALSE;
    }

  return TRUE;
}

/**
 * dites_document_equal:
 * @a: a document
 * @b: a document
 *
 * Returns: whether they say the same, whoever wrote them and when
 */
gboolean
dites_document_equal (DitesDocument *a,
                      DitesDocument *b)
{
  const char *text, *other;
  gsize       length, other_length;

  g_return_val_if_fail (DITES_IS_DOCUMENT (a), FALSE);
  g_return_val_if_fail (DITES_IS_DOCUMENT (b), FALSE);

  text = dites_document_get_text (a, &length);
  other = dites_document_get_text (b, &other_length);
  if (length == other_length && memcmp (text, other, length) == 0)
    return TRUE;

  return is_contained (a, b) && is_contained (b, a);
}

/**
 * dites_document_merge:
 * @base: (nullable): what both sides began with; %NULL if there was nothing
 * @ours: what we made of it
 * @theirs: what somebody else made of it, with the same id
 * @conflicts: (element-type utf8): where the names of the members go that both
 *   changed, and not to the same; an array that frees them
 *
 * Merges two versions of a document. Where both changed the same, theirs
 * stands in the result, and nothing may be written without asking.
 *
 * Returns: (transfer full): the merged document
 */
DitesDocument *
dites_document_merge (DitesDocument *base,
                      DitesDocument *ours,
                      DitesDocument *theirs,
                      GPtrArray     *conflicts)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  gsize          length;
  const char    *text;
  DitesJson      sides[3];
  DitesDocument *documents[] = { base, ours, theirs };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      sides[i] = nothing;
      if (documents[i] != NULL)
        {
          text = dites_document_get_text (documents[i], &length);
          sides[i] = dites_json_of (text, length);
        }
    }

  merge_objects (sides[0], sides[1], sides[2], out, found);

  for (guint i = 0; i < found->len; i++)
    if (is_mark (found->pdata[i]))
      g_free (found->pdata[i]);
    else
      g_ptr_array_add (conflicts, found->pdata[i]);

  return dites_document_new_from_checked (out->str, out->len);
}
