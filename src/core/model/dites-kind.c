/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

#include <glib/gi18n.h>

#include "dites-error.h"
#include "dites-kinds-table.h"

/* Room for the built-in kinds and for those that a program adds at its start. */
#define MAX_KINDS 64

/* The registry only grows, and an entry is written before the count that shows
 * it, so readers need no lock. Writers are many only in theory: they take one. */
static const DitesKind *registry[MAX_KINDS];
static int              n_registered;

static int
get_n_registered (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (builtin_kinds); i++)
        registry[i] = builtin_kinds[i];

      g_atomic_int_set (&n_registered, G_N_ELEMENTS (builtin_kinds));
      g_once_init_leave (&initialized, 1);
    }

  return g_atomic_int_get (&n_registered);
}

/**
 * dites_kind_register:
 * @kind: a kind; it and all that it points to must stay for good
 *
 * Adds a kind to those that the application knows. The kinds of this folder
 * are there without it. Its name must be new.
 *
 * Can be called from any thread, but belongs to the start of a program: who has
 * listed the kinds before does not hear of it.
 */
void
dites_kind_register (const DitesKind *kind)
{
  static GMutex mutex;
  int           n;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (kind->name != NULL && kind->fields != NULL);
  g_return_if_fail (dites_kind_get (kind->name) == NULL);

  g_mutex_lock (&mutex);

  n = get_n_registered ();
  if (n < MAX_KINDS)
    {
      registry[n] = kind;
      g_atomic_int_set (&n_registered, n + 1);
    }

  g_mutex_unlock (&mutex);

  if (n == MAX_KINDS)
    g_critical ("No room for the kind “%s”", kind->name);
}

/**
 * dites_kind_get:
 * @name: (nullable): the name of a kind, as documents hold it
 *
 * Returns: (nullable): the kind of that name
 */
const DitesKind *
dites_kind_get (const char *name)
{
  int n = get_n_registered ();

  if (name == NULL)
    return NULL;

  for (int i = 0; i < n; i++)
    {
      if (strcmp (registry[i]->name, name) == 0)
        return registry[i];
    }

  return NULL;
}

/**
 * dites_kind_get_all:
 * @n_kinds: (out) (optional): return location for how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds, in the order in which people see them
 */
const DitesKind *const *
dites_kind_get_all (guint *n_kinds)
{
  int n = get_n_registered ();

  if (n_kinds != NULL)
    *n_kinds = n;

  return registry;
}

/**
 * dites_kind_get_label:
 * @kind: a kind
 *
 * Returns: what one document is called, translated
 */
const char *
dites_kind_get_label (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->label);
}

/**
 * dites_kind_get_plural:
 * @kind: a kind
 *
 * Returns: what the documents are called, translated
 */
const char *
dites_kind_get_plural (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->plural);
}

/**
 * dites_kind_dup_count:
 * @kind: (nullable): a kind; %NULL for documents of several
 * @n: how many
 *
 * Returns: (transfer full): the number and what there are so many of, as it
 *   stands in a sentence: “3 interns”
 */
char *
dites_kind_dup_count (const DitesKind *kind,
                      guint            n)
{
  g_autofree char *what = NULL;

  if (kind == NULL)
    return g_strdup_printf (ngettext ("%'u document", "%'u documents", n), n);

  what = g_utf8_strdown (n == 1 ? dites_kind_get_label (kind) : dites_kind_get_plural (kind), -1);

  /* Translators: a number, and what there are so many of, in lower case: “3 interns”. */
  return g_strdup_printf (_("%'u %s"), n, what);
}

/**
 * dites_kind_dup_nameless:
 * @kind: a kind
 *
 * Returns: (transfer full): what a document of it is called that has no title
 */
char *
dites_kind_dup_nameless (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  /* Translators: %s is what a document is about: “Housing without a name”. */
  return g_strdup_printf (_("%s without a name"), dites_kind_get_label (kind));
}

/**
 * dites_kind_get_create_label:
 * @kind: a kind
 *
 * Returns: what the command is called that makes a document of it, translated
 */
const char *
dites_kind_get_create_label (const DitesKind *kind)
{
  g_return_val_if_fail (kind != NULL, "");

  return gettext (kind->create != NULL ? kind->create : N_("New"));
}

/**
 * dites_kind_get_field:
 * @kind: a kind
 * @name: the name of a member
 *
 * Returns: (nullable): the field of that name; not of a part of it
 */
const DitesField *
dites_kind_get_field (const DitesKind *kind,
                      const char      *name)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return dites_field_find (kind->fields, name);
}

/* Whether the table's first look at a document may use @field. */
static gboolean
has_plain_text (const DitesField *field)
{
  switch (field->type)
    {
    case DITES_FIELD_TEXT:
    case DITES_FIELD_NAME:
    case DITES_FIELD_EMAIL:
      return TRUE;

    case DITES_FIELD_LINES:
    case DITES_FIELD_PHONE:
    case DITES_FIELD_RPPS:
    case DITES_FIELD_DATE:
    case DITES_FIELD_MONEY:
    case DITES_FIELD_AREA:
    case DITES_FIELD_DEGREES:
    case DITES_FIELD_NUMBER:
    case DITES_FIELD_CHOICE:
    case DITES_FIELD_FLAG:
    case DITES_FIELD_COMMUNE:
    case DITES_FIELD_REFERENCE:
    case DITES_FIELD_ITEMS:
    case DITES_FIELD_PHOTOS:
    default:
      return FALSE;
    }
}

/* The field a document of a kind without a title of its own is called by: the
 * first required text, else the first text, else the first field. */
static const DitesField *
find_title_field (const DitesKind *kind)
{
  const DitesField *text = NULL;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      if (field->flags & DITES_FIELD_LIST_ONLY || !has_plain_text (field))
        continue;
      if (field->flags & DITES_FIELD_REQUIRED)
        return field;
      if (text == NULL)
        text = field;
    }

  return text != NULL ? text : kind->fields;
}

/**
 * dites_kind_new_document:
 * @kind: a kind
 * @name: what a person called it; empty for nothing
 *
 * Makes a document that is stored nowhere yet.
 *
 * Returns: (transfer full): the document; without members if the name says nothing
 */
DitesDocument *
dites_kind_new_document (const DitesKind *kind,
                         const char      *name)
{
  g_autofree char *id = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  const DitesField *field;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  id = dites_document_new_id (kind->name);
  builder = dites_document_builder_new (kind->name, id);
  field = find_title_field (kind);
  if (kind->read_name != NULL)
    kind->read_name (builder, name);
  else if (*name != '\0' && has_plain_text (field) && field->flags & DITES_FIELD_REQUIRED)
    dites_document_builder_set_string (builder, field->name, name);

  return dites_document_builder_end (builder);
}

/* One line without space around it; frees @text. */
static char *
to_line (char *text)
{
  if (strpbrk (text, "\r\n\t\v\f") != NULL)
    g_strdelimit (text, "\r\n\t\v\f", ' ');

  return g_strstrip (text);
}

/**
 * dites_kind_title:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what people call the document: one line, never empty
 */
char *
dites_kind_title (const DitesKind *kind,
                  DitesDocument   *document,
                  DitesTitleFunc   title_of,
                  gpointer         user_data)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->title != NULL)
    title = kind->title (document, title_of, user_data);
  else if (kind->fields->name != NULL)
    title = dites_field_format (find_title_field (kind), document, title_of, user_data);

  if (title != NULL)
    to_line (title);

  if (title == NULL || *title == '\0')
    return dites_kind_dup_nameless (kind);

  return g_steal_pointer (&title);
}

/* The listed fields but the one in the title, as many as fit on a line. */
static char *
make_subtitle (const DitesKind *kind,
               DitesDocument   *document,
               DitesTitleFunc   title_of,
               gpointer         user_data)
{
  const DitesField *in_title = find_title_field (kind);
  GString          *line = g_string_new (NULL);
  guint             n = 0;

  for (const DitesField *field = kind->fields; field->name != NULL && n < 3; field++)
    {
      g_autofree char *text = NULL;

      if (field == in_title ||
          (field->flags & (DITES_FIELD_LISTED | DITES_FIELD_LIST_ONLY)) != DITES_FIELD_LISTED)
        continue;

      text = dites_field_format (field, document, title_of, user_data);
      if (text == NULL || *text == '\0')
        continue;

      if (n++ > 0)
        g_string_append (line, " · ");
      g_string_append (line, text);
    }

  return g_string_free (line, FALSE);
}

/**
 * dites_kind_subtitle:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what tells the document from its like: one line or an empty text
 */
char *
dites_kind_subtitle (const DitesKind *kind,
                     DitesDocument   *document,
                     DitesTitleFunc   title_of,
                     gpointer         user_data)
{
  char *subtitle = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->subtitle != NULL)
    subtitle = kind->subtitle (document, title_of, user_data);
  else if (kind->fields->name != NULL)
    subtitle = make_subtitle (kind, document, title_of, user_data);

  return subtitle == NULL ? g_strdup ("") : to_line (subtitle);
}

/**
 * dites_kind_sort_text:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): what the document is sorted by when nothing else is asked, not folded
 */
char *
dites_kind_sort_text (const DitesKind *kind,
                      DitesDocument   *document,
                      DitesTitleFunc   title_of,
                      gpointer         user_data)
{
  char *text = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  if (kind->sort_text != NULL)
    text = kind->sort_text (document, title_of, user_data);

  return text != NULL ? text : dites_kind_title (kind, document, title_of, user_data);
}

static void append_searched (GString          *out,
                             const DitesField *fields,
                             DitesJson         object,
                             DitesTitleFunc    title_of,
                             gpointer          user_data);

static void
append_line (GString    *out,
             const char *prefix,
             const char *text)
{
  if (*text == '\0')
    return;

  g_string_append (out, prefix);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

/* Who searches for a number types it with spaces, without any, or with the prefix; the
 * search takes pairs of digits for one word, so those of a French number are not kept. */
static void
append_phone (GString    *out,
              const char *number)
{
  g_autofree char *shown = NULL;

  append_line (out, "", number);
  if (g_str_has_prefix (number, "+33"))
    {
      append_line (out, "0", number + strlen ("+33"));
      return;
    }

  shown = dites_phone_format (number);
  append_line (out, "", shown);
}

/* What search finds of one value: how it is shown, and where that differs also how it is stored. */
static void
append_value (GString          *out,
              const DitesField *field,
              DitesJson         value,
              DitesTitleFunc    title_of,
              gpointer          user_data)
{
  g_autofree char *text = NULL;

  if (field->type == DITES_FIELD_ITEMS)
    {
      append_searched (out, field->items, value, title_of, user_data);
      return;
    }

  if (field->type == DITES_FIELD_PHONE && dites_json_get_type (value) == DITES_JSON_STRING)
    {
      text = dites_json_dup_string (value);
      append_phone (out, text);
      return;
    }

  text = dites_value_format (field, value, title_of, user_data);
  append_line (out, "", text);
}

static void
append_values (GString          *out,
               const DitesField *field,
               DitesJson         value,
               DitesTitleFunc    title_of,
               gpointer          user_data)
{
  DitesJsonIter iter;
  DitesJson     element;

  if (dites_json_get_type (value) != DITES_JSON_ARRAY)
    {
      append_value (out, field, value, title_of, user_data);
      return;
    }

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    append_value (out, field, element, title_of, user_data);
}

static gboolean
is_searched (const DitesField *field)
{
  return (field->flags & (DITES_FIELD_SEARCHED | DITES_FIELD_LIST_ONLY)) == DITES_FIELD_SEARCHED;
}

static void
append_searched (GString          *out,
                 const DitesField *fields,
                 DitesJson         object,
                 DitesTitleFunc    title_of,
                 gpointer          user_data)
{
  DitesJson value;

  for (const DitesField *field = fields; field->name != NULL; field++)
    if (is_searched (field) && dites_json_get_member (object, field->name, &value))
      append_values (out, field, value, title_of, user_data);
}

/**
 * dites_kind_search_text:
 * @kind: the kind of @document
 * @document: a document
 * @title_of: (nullable) (scope call): knows the titles of the documents it refers to
 * @user_data: data for @title_of
 *
 * Returns: (transfer full): all that full-text search finds the document by, a line each, not folded
 */
char *
dites_kind_search_text (const DitesKind *kind,
                        DitesDocument   *document,
                        DitesTitleFunc   title_of,
                        gpointer         user_data)
{
  GString  *out;
  DitesJson value;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  out = g_string_new (NULL);
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (is_searched (field) && dites_document_get (document, field->name, &value))
      append_values (out, field, value, title_of, user_data);

  return g_string_free (out, FALSE);
}

/**
 * dites_kind_identify:
 * @kind: the kind of @document
 * @document: a document
 * @keys: (element-type utf8): where keys are added; owns them with g_free()
 *
 * Says what a document can be recognised by in another list or on another desk,
 * strongest first. Keys are comparable texts: “email:camille@exemple.invalid”.
 *
 * Returns: how many of the keys prove that two documents are the same; the rest suggests it
 */
guint
dites_kind_identify (const DitesKind *kind,
                     DitesDocument   *document,
                     GPtrArray       *keys)
{
  g_return_val_if_fail (kind != NULL, 0);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), 0);
  g_return_val_if_fail (keys != NULL, 0);

  return kind->identify != NULL ? kind->identify (document, keys) : 0;
}

static gboolean
is_empty (DitesJson value)
{
  DitesJsonIter iter;
  DitesJson     element;

  switch (dites_json_get_type (value))
    {
    case DITES_JSON_NULL:
      return TRUE;

    case DITES_JSON_STRING:
      return value.length == 2;

    case DITES_JSON_ARRAY:
      dites_json_iter_init (&iter, value);
      return !dites_json_iter_next (&iter, NULL, &element);

    case DITES_JSON_NONE:
    case DITES_JSON_OBJECT:
    case DITES_JSON_NUMBER:
    case DITES_JSON_TRUE:
    case DITES_JSON_FALSE:
    default:
      return FALSE;
    }
}

/**
 * dites_kind_check:
 * @kind: the kind of @document
 * @document: a document
 *
 * Finds what is wrong with a document: what its fields say, then what its kind adds.
 *
 * Returns: (transfer full) (element-type DitesProblem): the problems, none in an empty array
 */
GPtrArray *
dites_kind_check (const DitesKind *kind,
                  DitesDocument   *document)
{
  GPtrArray *problems;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autoptr (GError) error = NULL;
      DitesJson value;

      if (field->flags & DITES_FIELD_LIST_ONLY)
        continue;

      if (!dites_document_get (document, field->name, &value) || is_empty (value))
        {
          if (field->flags & DITES_FIELD_REQUIRED)
            dites_problem_add (problems, field->name, DITES_SEVERITY_ERROR,
                               /* Translators: %s is the label of a field. */
                               _("“%s” is missing"), dites_field_get_label (field));
          continue;
        }

      if (!dites_value_check (field, value, &error))
        dites_problem_add (problems, field->name, DITES_SEVERITY_ERROR,
                           /* Translators: the label of a field, and what is wrong with it. */
                           C_("problem", "%s: %s"), dites_field_get_label (field), error->message);
    }

  if (kind->check != NULL)
    kind->check (document, problems);

  return problems;
}

/**
 * dites_kind_duplicate:
 * @kind: the kind of @document
 * @document: a document
 *
 * Copies a document under a new id, also what nobody knows in it; but not who
 * changed it when, nor that it is published.
 *
 * Returns: (transfer full): the copy
 */
DitesDocument *
dites_kind_duplicate (const DitesKind *kind,
                      DitesDocument   *document)
{
  static const char *const own[] = { "_id", "kind", "changed_at", "changed_by", NULL };
  g_autofree char         *id = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), NULL);

  id = dites_document_new_id (kind->name);
  builder = dites_document_builder_new (kind->name, id);
  for (gsize i = 0; i < dites_document_get_n_members (document); i++)
    {
      g_autofree char *member = NULL;
      DitesJson        name, value;

      dites_document_get_member_at (document, i, &name, &value);
      member = dites_json_dup_string (name);
      if (member == NULL || g_strv_contains (own, member) ||
          (g_strcmp0 (member, kind->state_field) == 0 && kind->published_state != NULL && dites_json_string_equal (value, kind->published_state)))
        continue;
      dites_document_builder_set_json (builder, member, value.text, value.length);
    }

  return dites_document_builder_end (builder);
}

/**
 * dites_kind_allows:
 * @kind: the kind of @document
 * @document: a document
 * @field: a field of @kind
 * @json: (nullable): what it shall be; %NULL for nothing
 * @error: return location for an error
 *
 * Tells whether a value may be set that is right in itself: a document that
 * breaks a rule of law must not be published.
 *
 * Returns: whether it may; else %FALSE with @error set to %DITES_ERROR_INVALID,
 *   which names each rule on a line of its own
 */
gboolean
dites_kind_allows (const DitesKind  *kind,
                   DitesDocument    *document,
                   const DitesField *field,
                   const char       *json,
                   GError          **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) rules = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (DITES_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (json == NULL || kind->published_state == NULL || strcmp (field->name, kind->state_field) != 0 ||
      !dites_json_string_equal (dites_json_of (json, -1), kind->published_state))
    return TRUE;

  problems = dites_kind_check (kind, document);
  rules = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity == DITES_SEVERITY_BLOCKS)
        g_string_append_printf (rules, "\n• %s", problem->message);
    }
  if (rules->len == 0)
    return TRUE;

  g_set_error (error, DITES_ERROR, DITES_ERROR_INVALID, "%s%s", _("The law forbids to publish it as it is:"), rules->str);

  return FALSE;
}

/**
 * dites_problem_free:
 * @problem: (transfer full): a problem
 *
 * Frees a problem.
 */
void
dites_problem_free (DitesProblem *problem)
{
  g_free (problem->field);
  g_free (problem->message);
  g_free (problem);
}

/**
 * dites_problem_add:
 * @problems: (element-type DitesProblem): where to
 * @field: (nullable): the name of the field it is about
 * @severity: how much it matters
 * @format: a translated sentence, as for printf()
 * @...: what goes into it
 *
 * Adds a problem to those of a document.
 */
void
dites_problem_add (GPtrArray    *problems,
                   const char   *field,
                   DitesSeverity severity,
                   const char   *format,
                   ...)
{
  DitesProblem *problem = g_new0 (DitesProblem, 1);
  va_list       args;

  va_start (args, format);
  problem->field = g_strdup (field);
  problem->severity = severity;
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (problems, problem);
}
