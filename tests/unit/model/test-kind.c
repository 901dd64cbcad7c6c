/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kind.h"

#include "dites-fold.h"

static const DitesField boat_fields[] = {
  { .name = "length", .label = "Length", .type = DITES_FIELD_NUMBER, .flags = DITES_FIELD_LISTED, .minimum = 1, .maximum = 90 },
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED },
  { .name = "phones", .label = "Phones", .type = DITES_FIELD_PHONE, .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED },
  { .name = "crew", .label = "Crew", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_LIST_ONLY | DITES_FIELD_SEARCHED },
  { NULL },
};

static const DitesKind boat = {
  .name = "boat",
  .label = "Boat",
  .plural = "Boats",
  .icon_name = "boat-symbolic",
  .fields = boat_fields,
};

static DitesDocument *
make (const char *text)
{
  g_autoptr (GError) error = NULL;
  DitesDocument *document = dites_document_new_from_text (text, -1, &error);

  g_assert_no_error (error);
  return document;
}

static gboolean
has_problem (GPtrArray    *problems,
             const char   *field,
             DitesSeverity severity)
{
  for (guint i = 0; i < problems->len; i++)
    {
      DitesProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->field, field) == 0 && problem->severity == severity)
        return TRUE;
    }

  return FALSE;
}

/* A kind of its own, registered by a program, gets everything from its table. */
static void
test_register (void)
{
  g_autoptr (DitesDocument) document = make ("{\"_id\":\"boat:1\",\"kind\":\"boat\",\"name\":\"Péniche\",\"length\":38,\"phones\":[\"+33639980001\"]}");
  g_autoptr (DitesDocument) faulty = make ("{\"_id\":\"boat:2\",\"kind\":\"boat\",\"length\":120,\"phones\":[\"7\"]}");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *title = NULL;
  g_autofree char *nameless = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *sort_text = NULL;
  g_autofree char *search = NULL;
  guint            n_before, n_after;

  dites_kind_get_all (&n_before);
  g_assert_null (dites_kind_get ("boat"));
  dites_kind_register (&boat);
  g_assert_true (dites_kind_get ("boat") == &boat);
  g_assert_true (dites_kind_get_all (&n_after)[n_before] == &boat);
  g_assert_cmpuint (n_after, ==, n_before + 1);

  title = dites_kind_title (&boat, document, NULL, NULL);
  g_assert_cmpstr (title, ==, "Péniche");
  nameless = dites_kind_title (&boat, faulty, NULL, NULL);
  g_assert_cmpstr (nameless, ==, "Boat without a name");
  subtitle = dites_kind_subtitle (&boat, document, NULL, NULL);
  g_assert_cmpstr (subtitle, ==, "38");
  sort_text = dites_kind_sort_text (&boat, document, NULL, NULL);
  g_assert_cmpstr (sort_text, ==, "Péniche");

  search = dites_kind_search_text (&boat, document, NULL, NULL);
  g_assert_nonnull (strstr (search, "Péniche"));
  g_assert_nonnull (strstr (search, "+33639980001"));
  g_assert_nonnull (strstr (search, "\n0639980001"));
  g_assert_null (strstr (search, "38\n"));

  g_assert_cmpuint (dites_kind_identify (&boat, document, keys), ==, 0);
  g_assert_cmpuint (keys->len, ==, 0);

  problems = dites_kind_check (&boat, document);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = dites_kind_check (&boat, faulty);
  g_assert_true (has_problem (problems, "name", DITES_SEVERITY_ERROR));
  g_assert_true (has_problem (problems, "length", DITES_SEVERITY_ERROR));
  g_assert_true (has_problem (problems, "phones", DITES_SEVERITY_ERROR));
  g_assert_cmpuint (problems->len, ==, 3);
}

/* Who is born this year or in another century is a slip of a spreadsheet. */
static void
test_ages (void)
{
  const DitesKind *kind = dites_kind_get ("intern");
  int              year, month, day;

  dites_day_get_ymd (dites_day_today (), &year, &month, &day);
  for (int age = 0; age < 120; age++)
    {
      g_autofree char *text = g_strdup_printf ("{\"_id\":\"intern:1\",\"kind\":\"intern\",\"family_name\":\"FICTIF\",\"first_name\":\"Camille\","
                                               "\"birth_date\":\"%04d-01-01\"}",
                                               year - age);
      g_autoptr (DitesDocument) document = dites_document_new_from_text (text, -1, NULL);
      g_autoptr (GPtrArray) problems = dites_kind_check (kind, document);

      g_assert_true (has_problem (problems, "birth_date", DITES_SEVERITY_WARNING) == (age < 17 || age > 80 || (age == 80 && (month > 1 || day > 1))));
    }
}

static void
add_headers (GHashTable       *seen,
             const DitesField *fields)
{
  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      g_auto (GStrv) headers = g_strsplit (field->headers != NULL ? field->headers : "", "|", -1);

      for (gsize i = 0; headers[i] != NULL; i++)
        {
          g_autofree char *folded = dites_fold_words (headers[i]);

          g_assert_cmpstr (headers[i], ==, folded);
          if (!g_hash_table_add (seen, g_strdup (headers[i])))
            g_error ("“%s” leads to two fields, the second is “%s”", headers[i], field->name);
        }
    }
}

static void
check_choices (const DitesField *field)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (field->choices);
  for (const DitesChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_auto (GStrv) synonyms = g_strsplit (choice->synonyms != NULL ? choice->synonyms : "", "|", -1);

      g_assert_cmpstr (choice->label, !=, NULL);
      for (gsize i = 0; synonyms[i] != NULL; i++)
        {
          g_autofree char *folded = dites_fold_words (synonyms[i]);
          g_autofree char *value = NULL;
          g_autofree char *expected = NULL;

          g_assert_cmpstr (synonyms[i], ==, folded);
          if (!g_hash_table_add (seen, g_strdup (folded)))
            g_error ("%s: “%s” is a synonym of two choices", field->name, folded);
          if (field->flags & DITES_FIELD_MULTIPLE)
            continue;
          value = dites_value_parse (field, synonyms[i], NULL);
          expected = g_strdup_printf ("\"%s\"", choice->id);
          if (g_strcmp0 (value, expected) != 0)
            g_error ("%s: “%s” reads as %s, not %s", field->name, synonyms[i], value, expected);
        }
    }
}

static void
check_fields (const DitesField *fields)
{
  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      g_assert_cmpstr (dites_field_get_label (field), !=, "");
      g_assert_true (dites_field_find (fields, field->name) == field);
      if (field->type == DITES_FIELD_CHOICE)
        check_choices (field);
      if (field->type == DITES_FIELD_ITEMS)
        check_fields (field->items);
      if (field->type == DITES_FIELD_REFERENCE)
        g_assert_nonnull (dites_kind_get (field->target));
    }
}

/* Headers and synonyms are folded and lead to one thing each, also where a list holds two kinds. */
static void
test_tables (void)
{
  static const char *const names[] = { "semester", "intern", "placement", "housing", "tenancy", "site", "partner", "mission" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DitesKind *kind = dites_kind_get (names[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_nonnull (kind);
      g_assert_true (dites_kind_get_all (NULL)[i] == kind);
      check_fields (kind->fields);
      add_headers (seen, kind->fields);
      if (kind->list_companion != NULL)
        add_headers (seen, dites_kind_get (kind->list_companion)->fields);
      if (kind->state_field != NULL)
        g_assert_nonnull (dites_kind_get_field (kind, kind->state_field));
      if (kind->published_state != NULL)
        g_assert_nonnull (dites_field_get_choice (dites_kind_get_field (kind, kind->state_field), kind->published_state));
    }
}

/* “Prénom d’usage” is not the first name, and the 44 diplomas are there. */
static void
test_intern_table (void)
{
  const DitesKind  *intern = dites_kind_get ("intern");
  const DitesField *des = dites_kind_get_field (intern, "des");
  guint             n = 0;

  g_assert_null (strstr (dites_kind_get_field (intern, "first_name")->headers, "usage"));
  g_assert_nonnull (strstr (dites_kind_get_field (intern, "preferred_name")->headers, "prenom d usage"));

  while (des->choices[n].id != NULL)
    n++;
  g_assert_cmpuint (n, ==, 45);
}

static void
test_intern (void)
{
  const DitesKind *kind = dites_kind_get ("intern");
  g_autoptr (DitesDocument) document =
    make ("{\"_id\":\"intern:1\",\"kind\":\"intern\",\"family_name\":\"d'essai\",\"usual_name\":\"Bidon\",\"first_name\":\"ANNE-LAURE\","
          "\"birth_date\":\"1999-01-02\",\"emails\":[\"Anne@Exemple.invalid\"],\"rpps\":\"81000000002\",\"des\":\"MG\",\"semester_no\":3,"
          "\"student_no\":\"99 1\"}");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = dites_kind_title (kind, document, NULL, NULL);
  g_autofree char *subtitle = dites_kind_subtitle (kind, document, NULL, NULL);
  guint            n_sure = dites_kind_identify (kind, document, keys);
  guint            first = 0;

  g_assert_cmpstr (title, ==, "BIDON Anne-Laure");
  g_assert_cmpstr (subtitle, ==, "General Practice · semester 3 · birth name D'ESSAI");

  if (dites_rpps_is_valid ("81000000002"))
    g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "rpps:81000000002");
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "email:anne@exemple.invalid");
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "name:d essai|anne laure|1999-01-02");
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "name:bidon|anne laure|1999-01-02");
  g_assert_cmpuint (n_sure, ==, first);
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "student:99 1");
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "name:d essai|anne laure");
  g_assert_cmpstr (g_ptr_array_index (keys, first++), ==, "name:bidon|anne laure");
  g_assert_cmpuint (keys->len, ==, first);
}

/* A copy has all but what is only the first one's: its id, who changed it, and that it is published. */
static void
test_duplicate (void)
{
  const DitesKind *kind = dites_kind_get ("housing");
  g_autoptr (DitesDocument) document = make ("{\"_id\":\"housing:1\",\"kind\":\"housing\",\"title\":\"Studio\",\"state\":\"published\","
                                             "\"area\":2450,\"later\":1e21,\"changed_at\":\"2026-11-22T09:14:03Z\",\"changed_by\":\"accueil\"}");
  g_autoptr (DitesDocument) copy = dites_kind_duplicate (kind, document);
  g_autofree char *title = dites_document_dup_string (copy, "title");
  DitesJson        value;
  gint64           area;

  g_assert_cmpstr (dites_document_get_id (copy), !=, dites_document_get_id (document));
  g_assert_true (g_str_has_prefix (dites_document_get_id (copy), "housing:"));
  g_assert_cmpstr (dites_document_get_kind (copy), ==, "housing");
  g_assert_cmpstr (title, ==, "Studio");
  g_assert_true (dites_document_get_int (copy, "area", &area));
  g_assert_cmpint (area, ==, 2450);
  g_assert_true (dites_document_get (copy, "later", &value));
  g_assert_cmpmem (value.text, value.length, "1e21", 4);
  g_assert_false (dites_document_get (copy, "state", &value));
  g_assert_false (dites_document_get (copy, "changed_at", &value));
  g_assert_false (dites_document_get (copy, "changed_by", &value));
}

static void
test_tenancy_clash (void)
{
  static const struct
  {
    const char *other; /* what the other tenancy says beside the home */
    gboolean    clashes;
  } cases[] = {
    { "\"unit\":\"a\",\"start\":\"2027-05-02\",\"end\":\"2027-06-01\",\"state\":\"reserved\"", TRUE },
    { "\"unit\":\"a\",\"start\":\"2027-05-03\",\"end\":\"2027-06-01\",\"state\":\"reserved\"", FALSE },
    { "\"unit\":\"b\",\"start\":\"2026-11-02\",\"end\":\"2027-06-01\",\"state\":\"reserved\"", FALSE },
    { "\"start\":\"2026-11-02\",\"end\":\"2027-06-01\",\"state\":\"occupied\"", TRUE },
    { "\"unit\":\"a\",\"start\":\"2026-11-02\",\"end\":\"2027-06-01\",\"state\":\"proposed\"", FALSE },
    { "\"unit\":\"a\",\"start\":\"2020-11-02\",\"state\":\"confirmed\"", TRUE },
    { "\"unit\":\"a\",\"start\":\"2020-11-02\",\"end\":\"2026-11-01\",\"state\":\"confirmed\"", FALSE },
  };
  const DitesKind *kind = dites_kind_get ("tenancy");
  g_autoptr (DitesDocument) document = make ("{\"_id\":\"tenancy:1\",\"kind\":\"tenancy\",\"housing\":\"housing:1\",\"unit\":\"a\","
                                             "\"start\":\"2026-11-02\",\"end\":\"2027-05-02\",\"state\":\"confirmed\"}");

  g_assert_null (kind->clash (document, document));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"_id\":\"tenancy:2\",\"kind\":\"tenancy\",\"housing\":\"housing:1\",%s}", cases[i].other);
      g_autoptr (DitesDocument) other = make (text);
      g_autofree char *one = kind->clash (document, other);
      g_autofree char *two = kind->clash (other, document);

      g_test_message ("%s: %s", cases[i].other, one);
      g_assert_true ((one != NULL) == cases[i].clashes);
      g_assert_true ((two != NULL) == cases[i].clashes);
    }
}

static void
test_checks (void)
{
  static const struct
  {
    const char   *kind;
    const char   *members;
    const char   *field;
    DitesSeverity severity;
  } cases[] = {
    { "tenancy", "\"start\":\"2027-01-02\",\"end\":\"2027-01-01\"", "end", DITES_SEVERITY_ERROR },
    { "tenancy", "\"state\":\"refused\"", "refusal_reason", DITES_SEVERITY_ERROR },
    { "tenancy", "\"contract\":\"bail_mobilite\",\"start\":\"2026-11-02\",\"end\":\"2027-09-02\"", "end", DITES_SEVERITY_BLOCKS },
    { "placement", "\"arrival\":\"2027-01-02\",\"departure\":\"2027-01-01\"", "departure", DITES_SEVERITY_ERROR },
    { "partner", "\"postcode\":\"3200\"", "postcode", DITES_SEVERITY_WARNING },
    { "mission", "\"postcode\":\"ABCDE\"", "postcode", DITES_SEVERITY_WARNING },
    { "semester", "\"start\":\"2027-01-02\",\"end\":\"2027-01-01\"", "end", DITES_SEVERITY_ERROR },
    { "intern", "\"semester_no\":13", "semester_no", DITES_SEVERITY_ERROR },
    { "intern", "\"emails\":[\"camille@\"]", "emails", DITES_SEVERITY_ERROR },
    { "intern", "\"rpps\":\"12345678901\"", "rpps", DITES_SEVERITY_ERROR },
    { "intern", "\"des\":\"XX\"", "des", DITES_SEVERITY_ERROR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"_id\":\"%s:1\",\"kind\":\"%s\",%s}", cases[i].kind, cases[i].kind, cases[i].members);
      g_autoptr (DitesDocument) document = make (text);
      g_autoptr (GPtrArray) problems = dites_kind_check (dites_kind_get (cases[i].kind), document);

      g_test_message ("%s", text);
      g_assert_true (has_problem (problems, cases[i].field, cases[i].severity));
    }
}

/* A mission that only has its name yet: no field is there to tell it apart by. */
static void
test_no_subtitle (void)
{
  const DitesKind *kind = dites_kind_get ("mission");
  g_autoptr (DitesDocument) document = dites_document_new_from_text ("{\"_id\":\"mission:mission\",\"kind\":\"mission\",\"name\":\"FICTIF\"}", -1, NULL);
  g_autofree char *subtitle = dites_kind_subtitle (kind, document, NULL, NULL);

  g_assert_cmpstr (subtitle, ==, "");
}

/* A document that has nothing yet is called something, and found by nothing. */
static void
test_bare (void)
{
  guint                   n;
  const DitesKind *const *kinds = dites_kind_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"_id\":\"%s:1\",\"kind\":\"%s\"}", kinds[i]->name, kinds[i]->name);
      g_autoptr (DitesDocument) document = dites_document_new_from_text (json, -1, NULL);
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *title = dites_kind_title (kinds[i], document, NULL, NULL);
      g_autofree char *subtitle = dites_kind_subtitle (kinds[i], document, NULL, NULL);
      g_autofree char *sort_text = dites_kind_sort_text (kinds[i], document, NULL, NULL);
      g_autofree char *search = dites_kind_search_text (kinds[i], document, NULL, NULL);

      g_assert_cmpstr (title, !=, "");
      g_assert_nonnull (subtitle);
      g_assert_nonnull (sort_text);
      g_assert_cmpstr (search, ==, "");
      dites_kind_identify (kinds[i], document, keys);
      g_assert_cmpuint (keys->len, ==, 0);
    }
}

/* A new document is called what a person typed, where that says something. */
static void
test_new_document (void)
{
  g_autoptr (DitesDocument) partner = dites_kind_new_document (dites_kind_get ("partner"), "Mairie de Fictif");
  g_autoptr (DitesDocument) winter = dites_kind_new_document (dites_kind_get ("semester"), "hiver 2026-2027");
  g_autoptr (DitesDocument) unread = dites_kind_new_document (dites_kind_get ("semester"), "bientôt");
  g_autoptr (DitesDocument) placement = dites_kind_new_document (dites_kind_get ("placement"), "lundi");
  g_autofree char *name = dites_document_dup_string (partner, "name");
  g_autofree char *season = dites_document_dup_string (winter, "season");
  gint64           year;

  g_assert_cmpstr (name, ==, "Mairie de Fictif");
  g_assert_cmpstr (season, ==, "winter");
  g_assert_true (dites_document_get_int (winter, "year", &year));
  g_assert_cmpint (year, ==, 2026);
  g_assert_cmpuint (dites_document_get_n_members (unread), ==, dites_document_get_n_members (placement));
  g_assert_false (dites_document_get (placement, "days", &(DitesJson) { NULL, 0 }));
  g_assert_cmpstr (dites_kind_get_create_label (dites_kind_get ("partner")), ==, "New Partner");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/ages", test_ages);
  g_test_add_func ("/kind/duplicate", test_duplicate);
  g_test_add_func ("/kind/tables", test_tables);
  g_test_add_func ("/kind/register", test_register);
  g_test_add_func ("/kind/intern-table", test_intern_table);
  g_test_add_func ("/kind/intern", test_intern);
  g_test_add_func ("/kind/no-subtitle", test_no_subtitle);
  g_test_add_func ("/kind/tenancy-clash", test_tenancy_clash);
  g_test_add_func ("/kind/checks", test_checks);
  g_test_add_func ("/kind/bare", test_bare);
  g_test_add_func ("/kind/new-document", test_new_document);

  return g_test_run ();
}
