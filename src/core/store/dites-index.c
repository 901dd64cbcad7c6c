/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-index.h"

#include <string.h>

#include "dites-database.h"
#include "dites-fold.h"
#include "dites-search.h"

/* Goes up whenever something here gives another result for the same document. */
#define LAYOUT 3

typedef struct
{
  DitesTitleFunc title_of;
  gpointer       user_data;
} Titles;

/**
 * dites_index_initial:
 * @c: the first byte of a folded word
 *
 * Returns: its bit; 0 for one that has none
 */
guint64
dites_index_initial (char c)
{
  if (c >= 'a' && c <= 'z')
    return G_GUINT64_CONSTANT (1) << (c - 'a');
  if (c >= '0' && c <= '9')
    return G_GUINT64_CONSTANT (1) << (26 + c - '0');

  return 0;
}

static guint64
get_initials (const char *words)
{
  guint64 initials = 0;

  for (const char *p = words; *p != '\0'; p++)
    if (p == words || p[-1] == ' ')
      initials |= dites_index_initial (*p);

  return initials;
}

/* Calls @func with each text of @value: itself, or the elements of an array. */
static void
foreach_text (DitesJson value,
              GFunc     func,
              gpointer  user_data)
{
  DitesJsonType type = dites_json_get_type (value);

  if (type == DITES_JSON_ARRAY)
    {
      DitesJsonIter iter;
      DitesJson     element;

      dites_json_iter_init (&iter, value);
      while (dites_json_iter_next (&iter, NULL, &element))
        if (dites_json_get_type (element) != DITES_JSON_ARRAY)
          foreach_text (element, func, user_data);
    }
  else if (type == DITES_JSON_STRING)
    {
      g_autofree char *text = dites_json_dup_string (value);

      func (text, user_data);
    }
  else if (type == DITES_JSON_NUMBER || type == DITES_JSON_TRUE || type == DITES_JSON_FALSE)
    {
      g_autofree char *text = g_strndup (value.text, value.length);

      func (text, user_data);
    }
}

static gboolean
may_refer (const DitesField *field)
{
  return !(field->flags & DITES_FIELD_LIST_ONLY) &&
         (field->type == DITES_FIELD_REFERENCE || (field->type == DITES_FIELD_ITEMS && field->items != NULL));
}

/* The ids that @value refers to, as a value of @field. */
static void
foreach_reference (const DitesField *field,
                   DitesJson         value,
                   GFunc             func,
                   gpointer          user_data)
{
  DitesJsonIter iter;
  DitesJson     part, member;

  if (field->type == DITES_FIELD_REFERENCE)
    {
      foreach_text (value, func, user_data);
      return;
    }
  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    return;

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &part))
    for (const DitesField *item = field->items; item->name != NULL; item++)
      if (may_refer (item) && dites_json_get_member (part, item->name, &member))
        foreach_reference (item, member, func, user_data);
}

/**
 * dites_index_references:
 * @fields: a table of fields
 * @document: a document
 * @func: called with each id
 * @user_data: data for @func
 *
 * Finds the ids that a document refers to, also in its parts.
 */
void
dites_index_references (const DitesField *fields,
                        DitesDocument    *document,
                        GFunc             func,
                        gpointer          user_data)
{
  DitesJson value;

  for (const DitesField *field = fields; field->name != NULL; field++)
    if (may_refer (field) && dites_document_get (document, field->name, &value))
      foreach_reference (field, value, func, user_data);
}

typedef struct
{
  const char *id;
  gboolean    found;
} Wanted;

static void
compare_reference (gpointer id,
                   gpointer user_data)
{
  Wanted *wanted = user_data;

  wanted->found |= strcmp (id, wanted->id) == 0;
}

/**
 * dites_index_refers:
 * @document: a document
 * @field: (nullable): the name of the field that refers, a reference or parts; %NULL for any
 * @id: the id of another
 *
 * Returns: whether @document refers to @id
 */
gboolean
dites_index_refers (DitesDocument *document,
                    const char    *field,
                    const char    *id)
{
  const DitesKind  *kind = dites_kind_get (dites_document_get_kind (document));
  Wanted            wanted = { id, FALSE };
  DitesField        table[2] = { 0 };
  const DitesField *found;

  if (kind == NULL)
    return FALSE;
  if (field == NULL)
    {
      dites_index_references (kind->fields, document, compare_reference, &wanted);
      return wanted.found;
    }

  found = dites_kind_get_field (kind, field);
  if (found == NULL)
    return FALSE;
  table[0] = *found;
  dites_index_references (table, document, compare_reference, &wanted);

  return wanted.found;
}

static void
add_term (GArray     *terms,
          char        tag,
          const char *scope,
          const char *text)
{
  gint64 hash = dites_hash (tag, scope, text);

  g_array_append_val (terms, hash);
}

static void
add_reference (gpointer id,
               gpointer user_data)
{
  add_term (user_data, 'r', NULL, id);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static GArray *
get_terms (const DitesKind *kind,
           DitesDocument   *document)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GArray *terms = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 8);
  guint   n = 0;

  add_term (terms, 'i', NULL, dites_document_get_id (document));
  if (kind != NULL)
    {
      dites_kind_identify (kind, document, keys);
      for (guint i = 0; i < keys->len; i++)
        add_term (terms, 'k', kind->name, keys->pdata[i]);
      dites_index_references (kind->fields, document, add_reference, terms);
    }

  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    {
      gint64 hash = g_array_index (terms, gint64, i);

      if (n == 0 || hash != g_array_index (terms, gint64, n - 1))
        g_array_index (terms, gint64, n++) = hash;
    }
  g_array_set_size (terms, n);

  return terms;
}

/* Appends a number that is not negative, of at least @n_digits digits. */
static void
append_digits (GString *out,
               guint    number,
               int      n_digits)
{
  char digits[16];
  int  i = sizeof digits;

  for (; number > 0 || n_digits > 0; number /= 10, n_digits--)
    digits[--i] = '0' + number % 10;
  g_string_append_len (out, digits + i, sizeof digits - i);
}

static int
get_choice_rank (const DitesField *field,
                 DitesJson         value)
{
  int rank = 0;

  for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++, rank++)
    if (dites_json_string_equal (value, choice->id))
      break;

  return rank;
}

/* What lists are sorted by on @field: texts that compare as the values do. */
static void
append_sort_key (GString          *cells,
                 const DitesField *field,
                 DitesDocument    *document,
                 DitesJson         value,
                 const Titles     *titles)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  gint64           number;

  switch (field->type)
    {
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
      if (dites_json_get_int (value, &number))
        g_string_append_printf (cells, "%016" G_GINT64_MODIFIER "x",
                                (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63));
      return;

    case DITES_FIELD_CHOICE:
      if (!(field->flags & DITES_FIELD_MULTIPLE))
        {
          append_digits (cells, get_choice_rank (field, value), 4);
          return;
        }
      break;

    case DITES_FIELD_DATE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_PHONE:
      text = dites_document_dup_string (document, field->name);
      if (text != NULL)
        g_string_append (cells, text);
      return;

    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_LINES:
    case DITES_FIELD_EMAIL:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      break;
    }

  text = dites_field_format (field, document, titles->title_of, titles->user_data);
  folded = dites_fold_words (text);
  g_string_append (cells, folded);
}

static void
append_value (gpointer text,
              gpointer user_data)
{
  GString *cells = user_data;

  g_string_append_c (cells, DITES_CELL_PART);
  g_string_append (cells, text);
}

static char *
get_cells (const DitesKind *kind,
           DitesDocument   *document,
           const Titles    *titles)
{
  GString *cells = g_string_new (NULL);

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      DitesJson value;

      if (!(field->flags & (DITES_FIELD_FILTERED | DITES_FIELD_SORTED)) ||
          field->flags & DITES_FIELD_LIST_ONLY ||
          !dites_document_get (document, field->name, &value))
        continue;

      append_digits (cells, field - kind->fields, 1);
      g_string_append_c (cells, DITES_CELL_PART);
      if (field->flags & DITES_FIELD_SORTED)
        append_sort_key (cells, field, document, value, titles);
      if (field->flags & DITES_FIELD_FILTERED)
        foreach_text (value, append_value, cells);
      g_string_append_c (cells, DITES_CELL_END);
    }

  return g_string_free_and_steal (cells);
}

/**
 * dites_index_title:
 * @document: a document
 * @title_of: knows the titles of those it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what it is called; its id where its kind is unknown
 */
char *
dites_index_title (DitesDocument *document,
                   DitesTitleFunc title_of,
                   gpointer       user_data)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));

  return kind != NULL ? dites_kind_title (kind, document, title_of, user_data)
                      : g_strdup (dites_document_get_id (document));
}

/**
 * dites_index_entry_init:
 * @entry: (out): what follows from @document
 * @document: a document
 * @title_of: knows the titles of those it refers to
 * @user_data: data for @title_of
 *
 * Works out, from the table of the kind and its functions, what is stored beside a document.
 */
void
dites_index_entry_init (DitesIndexEntry *entry,
                        DitesDocument   *document,
                        DitesTitleFunc   title_of,
                        gpointer         user_data)
{
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));
  const Titles     titles = { title_of, user_data };
  g_autofree char *raw_words = NULL;
  g_autofree char *raw_sort = NULL;

  entry->title = dites_index_title (document, title_of, user_data);
  if (kind != NULL)
    {
      entry->subtitle = dites_kind_subtitle (kind, document, title_of, user_data);
      if (kind->sort_text != NULL)
        raw_sort = dites_kind_sort_text (kind, document, title_of, user_data);
      raw_words = dites_kind_search_text (kind, document, title_of, user_data);
      entry->cells = get_cells (kind, document, &titles);
    }
  else
    {
      entry->subtitle = g_strdup ("");
      entry->cells = g_strdup ("");
    }

  entry->sort = dites_fold_words (raw_sort != NULL ? raw_sort : entry->title);
  entry->words = dites_search_words (raw_words != NULL ? raw_words : entry->title);
  entry->initials = get_initials (entry->words);
  entry->terms = get_terms (kind, document);
}

/**
 * dites_index_entry_clear:
 * @entry: an entry
 *
 * Frees what it holds.
 */
void
dites_index_entry_clear (DitesIndexEntry *entry)
{
  g_free (entry->title);
  g_free (entry->subtitle);
  g_free (entry->sort);
  g_free (entry->words);
  g_free (entry->cells);
  g_array_unref (entry->terms);
}

static void
sign_fields (GChecksum        *checksum,
             const DitesField *fields)
{
  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      g_autofree char *line = g_strdup_printf ("%s %d %u %s\n", field->name, field->type, field->flags,
                                               field->target != NULL ? field->target : "");

      g_checksum_update (checksum, (const guchar *) line, -1);
      for (const DitesChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
        {
          g_checksum_update (checksum, (const guchar *) choice->id, strlen (choice->id) + 1);
          g_checksum_update (checksum, (const guchar *) dites_choice_get_label (choice), -1);
        }
      if (field->items != NULL)
        sign_fields (checksum, field->items);
    }
}

/**
 * dites_index_signature:
 *
 * Returns: (transfer full): what changes with the tables of the kinds, the
 *   language, and what is worked out of them
 */
char *
dites_index_signature (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint                   n;
  const DitesKind *const *kinds = dites_kind_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_checksum_update (checksum, (const guchar *) kinds[i]->name, -1);
      g_checksum_update (checksum, (const guchar *) dites_kind_get_label (kinds[i]), -1);
      sign_fields (checksum, kinds[i]->fields);
    }

  return g_strdup_printf ("%d %s", LAYOUT, g_checksum_get_string (checksum));
}
