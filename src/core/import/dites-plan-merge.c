/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-merge.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-plan-names.h"

/*
 * A draft is what one row says, a document without an id. A list never erases:
 * what it does not say stays. What it says again in another spelling stays in
 * the spelling that is stored.
 */

#define FIRST_NAME "first_name"
#define USUAL_NAME "usual_name"

/* Each time at least one member becomes what the list says, and stays so; names are three. */
#define MAX_MERGES 4

typedef char *(*FoldFunc) (const char *text);

/* How two ways to write the same value of a field are told; NULL where they must be equal. */
static FoldFunc
get_fold (const DitesField *field)
{
  if (field == NULL)
    return NULL;
  if (field->type == DITES_FIELD_NAME)
    return dites_fold_name;
  if (field->type == DITES_FIELD_TEXT || field->type == DITES_FIELD_LINES)
    return dites_fold_words;
  if (field->type == DITES_FIELD_EMAIL)
    return dites_fold;

  return NULL;
}

static gboolean
is_empty (DitesJson value)
{
  DitesJsonType type = dites_json_get_type (value);

  return type == DITES_JSON_NULL || (type == DITES_JSON_STRING && value.length == 2);
}

static gboolean
is_beginning_of (const char *beginning,
                 const char *words)
{
  gsize length = strlen (beginning);

  return length > 0 && strncmp (words, beginning, length) == 0 && words[length] == ' ';
}

/**
 * dites_plan_values_agree:
 * @field: (nullable): what it is about
 * @stored: one value
 * @listed: the value of a list
 *
 * Returns: whether the list says nothing new: the same in another spelling,
 *   fewer of somebody’s names, or more of their first names
 */
gboolean
dites_plan_values_agree (const DitesField *field,
                         DitesJson         stored,
                         DitesJson         listed)
{
  FoldFunc         fold = get_fold (field);
  g_autofree char *stored_text = NULL;
  g_autofree char *listed_text = NULL;
  g_autofree char *stored_folded = NULL;
  g_autofree char *listed_folded = NULL;

  if (stored.length == listed.length && memcmp (stored.text, listed.text, stored.length) == 0)
    return TRUE;
  if (fold == NULL)
    return dites_json_equal (stored, listed);

  stored_text = dites_json_dup_string (stored);
  listed_text = dites_json_dup_string (listed);
  if (stored_text == NULL || listed_text == NULL)
    return FALSE;

  stored_folded = fold (stored_text);
  listed_folded = fold (listed_text);

  /* Names without a single letter that folds are compared as they are. */
  if (*stored_folded == '\0' || *listed_folded == '\0')
    return strcmp (stored_text, listed_text) == 0;

  if (strcmp (stored_folded, listed_folded) == 0)
    return TRUE;
  if (field->type != DITES_FIELD_NAME)
    return FALSE;

  /* By the first name that is known, rows and other lists find the same person: one more does not replace it. */
  return is_beginning_of (listed_folded, stored_folded) ||
         (strcmp (field->name, FIRST_NAME) == 0 && is_beginning_of (stored_folded, listed_folded));
}

static gboolean
has_element (const DitesField *field,
             DitesJson         array,
             DitesJson         element)
{
  DitesJsonIter iter;
  DitesJson     value;

  if (dites_json_get_type (array) != DITES_JSON_ARRAY)
    return dites_plan_values_agree (field, array, element);

  dites_json_iter_init (&iter, array);
  while (dites_json_iter_next (&iter, NULL, &value))
    {
      if (dites_plan_values_agree (field, value, element))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_all_elements (const DitesField *field,
                  DitesJson         array,
                  DitesJson         elements)
{
  DitesJsonIter iter;
  DitesJson     element;

  dites_json_iter_init (&iter, elements);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      if (!has_element (field, array, element))
        return FALSE;
    }

  return TRUE;
}

/* Those of an array that are none of @others. */
static char *
without (const DitesField *field,
         DitesJson         array,
         DitesJson         others)
{
  GString      *out = g_string_new ("[");
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (array) != DITES_JSON_ARRAY && !is_empty (array) && !has_element (field, others, array))
    g_string_append_len (out, array.text, array.length);

  dites_json_iter_init (&iter, array);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      if (has_element (field, others, element))
        continue;
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_len (out, element.text, element.length);
    }
  g_string_append_c (out, ']');

  return g_string_free_and_steal (out);
}

/* Both, in their order, each once. */
static char *
unite (const DitesField *field,
       DitesJson         array,
       DitesJson         elements)
{
  GString      *out = g_string_new ("[");
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (array) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, array);
      while (dites_json_iter_next (&iter, NULL, &element))
        {
          if (out->len > 1)
            g_string_append_c (out, ',');
          g_string_append_len (out, element.text, element.length);
        }
    }
  else if (!is_empty (array))
    {
      g_string_append_len (out, array.text, array.length);
    }

  dites_json_iter_init (&iter, elements);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      if (has_element (field, array, element))
        continue;
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_len (out, element.text, element.length);
    }
  g_string_append_c (out, ']');

  return g_string_free_and_steal (out);
}

/* What somebody chose of several in a form, and chooses anew when they answer again. */
static gboolean
is_chosen (DitesListTable   *table,
           const DitesField *field)
{
  return field != NULL && field->type == DITES_FIELD_CHOICE && field->flags & DITES_FIELD_MULTIPLE &&
         dites_list_table_has_answers (table);
}

/* Of these fields it is noted what a list said, so that the next one can take its place. */
static gboolean
is_listed (DitesListTable   *table,
           const DitesField *field)
{
  return is_chosen (table, field) ||
         (field != NULL && field->type == DITES_FIELD_REFERENCE && field->flags & DITES_FIELD_MULTIPLE);
}

static gboolean
get_listed (DitesDocument    *base,
            const DitesField *field,
            DitesJson        *listed)
{
  DitesJson all;

  return dites_document_get (base, DITES_LISTED, &all) && dites_json_get_type (all) == DITES_JSON_OBJECT &&
         dites_json_get_member (all, field->name, listed);
}

/* What a list says now takes the place of what a list said before. What somebody has added since stays, and what
 * somebody has corrected since is not turned back by the list that it was corrected from. A list that names fewer
 * places only says less; an answer that has fewer takes some back. */
static char *
replace_listed (DitesListTable   *table,
                const DitesField *field,
                DitesDocument    *base,
                DitesJson         stored,
                DitesJson         listed)
{
  DitesJson        before, own, both;
  g_autofree char *added = NULL;
  g_autofree char *merged = NULL;

  if (!get_listed (base, field, &before))
    return has_all_elements (field, stored, listed) ? NULL : unite (field, stored, listed);
  if (has_all_elements (field, before, listed) && (!is_chosen (table, field) || has_all_elements (field, listed, before)))
    return NULL;

  added = without (field, stored, before);
  own = (DitesJson) { added, strlen (added) };
  merged = unite (field, listed, own);
  both = (DitesJson) { merged, strlen (merged) };

  return has_all_elements (field, stored, both) && has_all_elements (field, both, stored) ? NULL
                                                                                          : g_steal_pointer (&merged);
}

/* Notes what the list says of a field. */
static void
note_listed (DitesDocumentBuilder *builder,
             DitesDocument        *base,
             const DitesField     *field,
             DitesJson             listed)
{
  g_autoptr (DitesDocumentBuilder) all_builder = NULL;
  g_autoptr (DitesDocument) before = NULL;
  g_autoptr (DitesDocument) after = NULL;
  DitesJson all;

  if (dites_document_get (base, DITES_LISTED, &all) && dites_json_get_type (all) == DITES_JSON_OBJECT)
    before = dites_document_new_from_checked (all.text, all.length);
  all_builder = before != NULL ? dites_document_builder_new_from (before) : dites_document_builder_new (NULL, NULL);
  dites_document_builder_set_json (all_builder, field->name, listed.text, listed.length);
  after = dites_document_builder_end (all_builder);
  dites_document_builder_set_json (builder, DITES_LISTED, dites_document_get_text (after, NULL), -1);
}

/* Where the members of @listed go over those of @stored; NULL when they say nothing new. */
static char *
merge_extra (DitesJson      stored,
             DitesJson      listed,
             gboolean       replace,
             DitesMergeFunc contradicted,
             gpointer       user_data)
{
  g_autoptr (DitesDocument) base = dites_document_new_from_checked (stored.text, stored.length);
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) merged = NULL;
  g_autoptr (GHashTable) members = dites_json_dup_members (stored);
  DitesJsonIter iter;
  DitesJson     name, value;
  gsize         length;
  const char   *text;

  if (dites_json_get_type (stored) != DITES_JSON_OBJECT)
    return NULL;

  dites_json_iter_init (&iter, listed);
  while (dites_json_iter_next (&iter, &name, &value))
    {
      g_autofree char *key = dites_json_dup_string (name);
      const DitesJson *old = g_hash_table_lookup (members, key);

      if (old != NULL && dites_json_equal (*old, value))
        continue;
      if (old != NULL && !replace)
        {
          if (contradicted != NULL)
            contradicted (key, user_data);
          continue;
        }
      if (builder == NULL)
        builder = dites_document_builder_new_from (base);
      dites_document_builder_set_json (builder, key, value.text, value.length);
    }

  if (builder == NULL)
    return NULL;

  merged = dites_document_builder_end (builder);
  text = dites_document_get_text (merged, &length);

  return g_strndup (text, length);
}

/* Whether one name is the other, or the beginning of it. */
static gboolean
begin_alike (const DitesField *field,
             DitesJson         a,
             DitesJson         b)
{
  return dites_plan_values_agree (field, a, b) || dites_plan_values_agree (field, b, a);
}

/* The list calls somebody by the name they go by, or has taken the two names for each other. */
static gboolean
is_other_name_of (DitesDocument    *base,
                  const DitesField *field,
                  DitesJson         listed,
                  DitesDocument    *draft)
{
  static const char *const family[] = { "family_name", "usual_name" };
  DitesJson                other, listed_other;

  if (field->type != DITES_FIELD_NAME)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (family); i++)
    {
      if (strcmp (field->name, family[i]) == 0 && dites_document_get (base, family[1 - i], &other) &&
          dites_plan_values_agree (field, other, listed))
        return TRUE;
    }

  if (strcmp (field->name, "family_name") == 0)
    return dites_document_get (base, FIRST_NAME, &other) && dites_document_get (draft, FIRST_NAME, &listed_other) &&
           begin_alike (field, other, listed) && dites_document_get (base, "family_name", &other) &&
           begin_alike (field, other, listed_other);
  if (strcmp (field->name, FIRST_NAME) == 0)
    return dites_document_get (base, "family_name", &other) && dites_document_get (draft, "family_name", &listed_other) &&
           begin_alike (field, other, listed) && dites_document_get (base, FIRST_NAME, &other) &&
           begin_alike (field, other, listed_other);

  return FALSE;
}

/* The new value of a member that is stored already, or NULL when it stays. */
static char *
merge_stored (DitesListTable   *table,
              const DitesField *field,
              DitesDocument    *base,
              DitesDocument    *draft,
              DitesJson         stored,
              DitesJson         listed)
{
  if (field != NULL && field->flags & DITES_FIELD_MULTIPLE)
    {
      if (has_all_elements (field, stored, listed) && !is_chosen (table, field))
        return NULL;
      return is_listed (table, field) ? replace_listed (table, field, base, stored, listed) : unite (field, stored, listed);
    }

  if (!is_empty (stored) &&
      (dites_plan_values_agree (field, stored, listed) ||
       (field != NULL && is_other_name_of (base, field, listed, draft))))
    return NULL;

  return g_strndup (listed.text, listed.length);
}

/* A list with one family name, and another one than that of birth: the name since a marriage. */
static gboolean
is_usual_name (const DitesKind *kind,
               const char      *member,
               DitesDocument   *base,
               DitesDocument   *draft)
{
  return strcmp (member, "family_name") == 0 && dites_kind_get_field (kind, USUAL_NAME) != NULL &&
         dites_plan_is_usual_name (base, draft);
}

static DitesDocument *
merge_once (DitesListTable  *table,
            const DitesKind *kind,
            DitesDocument   *base,
            DitesDocument   *draft)
{
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  gsize n_members = dites_document_get_n_members (draft);

  for (gsize i = 0; i < n_members; i++)
    {
      g_autofree char  *member = NULL;
      g_autofree char  *merged = NULL;
      const DitesField *field;
      DitesJson         name, listed, stored;

      dites_document_get_member_at (draft, i, &name, &listed);
      /* Of what a list says of somebody known, most is known word for word. */
      if (!is_empty (listed) && dites_document_says (base, name, listed))
        continue;
      member = dites_json_dup_string (name);
      field = dites_kind_get_field (kind, member);
      if (!dites_document_get (base, member, &stored))
        merged = g_strndup (listed.text, listed.length);
      else if (strcmp (member, DITES_EXTRA) == 0)
        merged = merge_extra (stored, listed, TRUE, NULL, NULL);
      else
        merged = merge_stored (table, field, base, draft, stored, listed);

      if (merged == NULL)
        continue;
      if (builder == NULL)
        builder = dites_document_builder_new_from (base);
      dites_document_builder_set_json (builder, is_usual_name (kind, member, base, draft) ? USUAL_NAME : member, merged, -1);
      if (is_listed (table, field))
        note_listed (builder, base, field, listed);
    }

  return builder != NULL ? dites_document_builder_end (builder) : NULL;
}

/**
 * dites_plan_merge_known:
 * @table: the list
 * @kind: the kind of both
 * @base: what is known
 * @draft: what a list says
 *
 * What has become of one name decides what another one is taken for; so it is
 * asked until the list says nothing new. The same list then does not either.
 *
 * Returns: (transfer full) (nullable): what @base becomes, or %NULL when the
 *   list says nothing new
 */
DitesDocument *
dites_plan_merge_known (DitesListTable  *table,
                        const DitesKind *kind,
                        DitesDocument   *base,
                        DitesDocument   *draft)
{
  DitesDocument *merged = merge_once (table, kind, base, draft);

  for (guint n = 1; merged != NULL && n < MAX_MERGES; n++)
    {
      DitesDocument *next = merge_once (table, kind, merged, draft);

      if (next == NULL)
        break;
      g_object_unref (merged);
      merged = next;
    }

  return merged;
}

/**
 * dites_plan_merge_rows:
 * @table: the list of both
 * @kind: the kind of both
 * @first: what one row says
 * @second: what a later row says about the same
 * @contradicted: (nullable) (scope call): told of what the later row says otherwise
 * @user_data: data for @contradicted
 *
 * Takes two rows together. Where they contradict each other, the first one is right. What
 * each adds to a field with several values is taken together, but for what somebody chose in
 * a form and has answered anew.
 *
 * Returns: (transfer full): what both say
 */
DitesDocument *
dites_plan_merge_rows (DitesListTable  *table,
                       const DitesKind *kind,
                       DitesDocument   *first,
                       DitesDocument   *second,
                       DitesMergeFunc   contradicted,
                       gpointer         user_data)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (first);
  gsize n_members = dites_document_get_n_members (second);

  for (gsize i = 0; i < n_members; i++)
    {
      g_autofree char  *member = NULL;
      g_autofree char  *merged = NULL;
      const DitesField *field;
      DitesJson         name, listed, stored;

      dites_document_get_member_at (second, i, &name, &listed);
      member = dites_json_dup_string (name);
      field = dites_kind_get_field (kind, member);

      if (!dites_document_get (first, member, &stored))
        merged = g_strndup (listed.text, listed.length);
      else if (strcmp (member, DITES_EXTRA) == 0)
        merged = merge_extra (stored, listed, FALSE, contradicted, user_data);
      else if (is_chosen (table, field))
        merged = NULL;
      else if (field != NULL && field->flags & DITES_FIELD_MULTIPLE)
        merged = has_all_elements (field, stored, listed) ? NULL : unite (field, stored, listed);
      else if (!dites_plan_values_agree (field, stored, listed) && contradicted != NULL)
        contradicted (member, user_data);

      if (merged != NULL)
        dites_document_builder_set_json (builder, member, merged, -1);
    }

  return dites_document_builder_end (builder);
}

/* What the list says of such fields, as note_listed() has it. */
static void
append_listed (GString         *text,
               DitesListTable  *table,
               const DitesKind *kind,
               DitesDocument   *draft)
{
  gsize     begin = text->len;
  DitesJson value;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (!is_listed (table, field) || !dites_document_get (draft, field->name, &value))
        continue;
      g_string_append (text, text->len == begin ? ",\"" DITES_LISTED "\":{\"" : ",\"");
      g_string_append (text, field->name);
      g_string_append (text, "\":");
      g_string_append_len (text, value.text, value.length);
    }
  if (text->len > begin)
    g_string_append_c (text, '}');
}

/**
 * dites_plan_new_document:
 * @table: the list that says it
 * @kind: a kind
 * @id: the id of the document
 * @draft: what it holds
 *
 * Returns: (transfer full): the document
 */
DitesDocument *
dites_plan_new_document (DitesListTable  *table,
                         const DitesKind *kind,
                         const char      *id,
                         DitesDocument   *draft)
{
  gsize       length;
  const char *members = dites_document_get_text (draft, &length);
  g_autoptr (GString) text = g_string_sized_new (length + 120);

  /* The same head as DitesDocumentBuilder writes, without its cost for each of 100,000 rows. */
  g_string_append (text, "{\"_id\":");
  dites_json_append_string (text, id);
  g_string_append (text, ",\"kind\":");
  dites_json_append_string (text, kind->name);
  g_string_append (text, ",\"schema\":1");
  if (length > 2)
    g_string_append_c (text, ',');
  g_string_append_len (text, members + 1, length - 2);
  append_listed (text, table, kind, draft);
  g_string_append_c (text, '}');

  return dites_document_new_known (text->str, text->len, id, g_intern_static_string (kind->name));
}
