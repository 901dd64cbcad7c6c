/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

#include <string.h>

#include "dites-error.h"

static const char camille[] =
  "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"D'ESSAI\",\"phones\":[\"+33639980001\",\"+33639980002\"],"
  "\"car\":true,\"birth_date\":\"2000-02-29\",\"semester_no\":3,\"huge\":123456789012345678901234567890,\"odd\":1e400,"
  "\"nul\":\"x\\u0000y\",\"gone\":null,\"units\":[{\"id\":\"a\",\"name\":\"Chambre 1\"},2,{\"id\":\"b\"}]}";

static DitesDocument *
new_document (const char *text)
{
  g_autoptr (GError) error = NULL;
  DitesDocument *document = dites_document_new_from_text (text, -1, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_get (void)
{
  DitesDocument   *document = new_document (camille);
  g_autofree char *name = dites_document_dup_string (document, "family_name");
  g_auto (GStrv) phones = dites_document_dup_strings (document, "phones");
  g_auto (GStrv) names = dites_document_dup_strings (document, "family_name");
  g_autoptr (GPtrArray) units = dites_document_get_items (document, "units");
  g_autofree char *unit = NULL;
  gint64           number;

  g_assert_cmpstr (dites_document_get_id (document), ==, "intern:1");
  g_assert_cmpstr (dites_document_get_kind (document), ==, "intern");
  g_assert_cmpstr (name, ==, "D'ESSAI");
  g_assert_cmpstrv (phones, ((const char *const[]) { "+33639980001", "+33639980002", NULL }));
  g_assert_cmpstrv (names, ((const char *const[]) { "D'ESSAI", NULL }));
  g_assert_true (dites_document_get_flag (document, "car"));
  g_assert_false (dites_document_get_flag (document, "family_name"));
  g_assert_true (dites_document_get_int (document, "semester_no", &number));
  g_assert_cmpint (number, ==, 3);
  g_assert_false (dites_document_get_int (document, "huge", &number));
  g_assert_cmpint (dites_document_get_day (document, "birth_date"), ==, dites_day_from_ymd (2000, 2, 29));
  g_assert_cmpint (dites_document_get_day (document, "family_name"), ==, DITES_DAY_NONE);
  g_assert_false (dites_document_get (document, "gone", NULL));
  g_assert_false (dites_document_get (document, "family", NULL));
  g_assert_cmpuint (units->len, ==, 2);
  unit = dites_document_dup_string (units->pdata[0], "name");
  g_assert_cmpstr (unit, ==, "Chambre 1");

  g_ptr_array_set_size (units, 0);
  g_assert_finalize_object (document);
}

static DitesJson
json (const char *text)
{
  return dites_json_of (text, -1);
}

static void
test_says (void)
{
  g_autoptr (DitesDocument) document = new_document (camille);

  g_assert_true (dites_document_says (document, json ("\"car\""), json ("true")));
  g_assert_true (dites_document_says (document, json ("\"phones\""), json ("[\"+33639980001\",\"+33639980002\"]")));
  g_assert_false (dites_document_says (document, json ("\"car\""), json ("false")));
  g_assert_false (dites_document_says (document, json ("\"semester_no\""), json ("3.0")));
  g_assert_false (dites_document_says (document, json ("\"gone\""), json ("null")));
  g_assert_false (dites_document_says (document, json ("\"ca\""), json ("true")));
}

/* More members than most have, in a text that is short and in one that is long. */
static void
test_many_members (void)
{
  for (guint length = 0; length <= 1000; length += 1000)
    {
      g_autofree char *padding = g_strnfill (length, 'x');
      g_autoptr (GString) text = g_string_new ("{\"_id\":\"intern:1\",\"kind\":\"intern\"");
      g_autoptr (DitesDocument) document = NULL;

      for (guint i = 0; i < 200; i++)
        g_string_append_printf (text, ",\"m%u\":\"%u%s\"", i, i, padding);
      g_string_append_c (text, '}');
      document = dites_document_new_known (text->str, text->len, "intern:1", g_intern_static_string ("intern"));

      g_assert_cmpstr (dites_document_get_id (document), ==, "intern:1");
      g_assert_cmpstr (dites_document_get_kind (document), ==, "intern");
      g_assert_cmpuint (dites_document_get_n_members (document), ==, 202);
      for (guint i = 0; i < 200; i++)
        {
          g_autofree char *name = g_strdup_printf ("m%u", i);
          g_autofree char *expected = g_strdup_printf ("%u%s", i, padding);
          g_autofree char *value = dites_document_dup_string (document, name);

          g_assert_cmpstr (value, ==, expected);
        }
    }
}

static void
test_refused (void)
{
  static const char *const wrong[] = {
    "[]",
    "{}",
    "{\"_id\":\"intern:1\"}",
    "{\"kind\":\"intern\"}",
    "{\"_id\":\"site:1\",\"kind\":\"intern\"}",
    "{\"_id\":\"intern:\",\"kind\":\"intern\"}",
    "{\"_id\":\"intern:A\",\"kind\":\"intern\"}",
    "{\"_id\":\"intern:a/b\",\"kind\":\"intern\"}",
    "{\"_id\":\"Intern:1\",\"kind\":\"Intern\"}",
    "{\"_id\":\"intern:1\",\"kind\":\"intern\",\"_rev\":\"1-a\"}",
    "{\"_id\":1,\"kind\":\"intern\"}",
    "not json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (dites_document_new_from_text (wrong[i], -1, &error));
      g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
    }
}

/* What we do not know leaves exactly as it came. */
static void
test_unknown_members_survive (void)
{
  g_autoptr (DitesDocument) document = new_document (camille);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (document);
  g_autoptr (DitesDocument) same = dites_document_builder_end (builder);
  g_autoptr (DitesDocument) changed = NULL;

  g_assert_cmpstr (dites_document_get_text (same, NULL), ==, camille);

  dites_document_builder_set_string (builder, "family_name", "BIDON");
  changed = dites_document_builder_end (builder);
  g_assert_nonnull (strstr (dites_document_get_text (changed, NULL),
                            "\"huge\":123456789012345678901234567890,\"odd\":1e400,\"nul\":\"x\\u0000y\""));
  g_assert_nonnull (strstr (dites_document_get_text (changed, NULL), "\"family_name\":\"BIDON\",\"phones\""));
  g_assert_false (dites_document_equal (document, changed));
}

static void
test_builder (void)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("intern", "intern:2");
  g_autoptr (DitesDocument) document = NULL;
  g_autoptr (DitesDocument) part = NULL;
  g_autoptr (DitesDocumentBuilder) part_builder = dites_document_builder_new (NULL, NULL);

  dites_document_builder_set_string (builder, "family_name", "FIC\"TIF\n");
  dites_document_builder_set_strings (builder, "emails", (const char *const[]) { "a@exemple.invalid", "b@exemple.invalid", NULL });
  dites_document_builder_set_flag (builder, "car", FALSE);
  dites_document_builder_set_int (builder, "rank", -5);
  dites_document_builder_set_json (builder, "extra", "{\"N° POSTE\":\"1\"}", -1);
  dites_document_builder_set_string (builder, "usual_name", "BIDON");
  dites_document_builder_set_string (builder, "usual_name", "");
  dites_document_builder_set_strings (builder, "phones", NULL);
  document = dites_document_builder_end (builder);

  g_assert_cmpstr (dites_document_get_text (document, NULL), ==,
                   "{\"_id\":\"intern:2\",\"kind\":\"intern\",\"schema\":1,\"family_name\":\"FIC\\\"TIF\\n\","
                   "\"emails\":[\"a@exemple.invalid\",\"b@exemple.invalid\"],\"car\":false,\"rank\":-5,"
                   "\"extra\":{\"N° POSTE\":\"1\"}}");

  dites_document_builder_set_string (part_builder, "role", "landlord");
  part = dites_document_builder_end (part_builder);
  g_assert_cmpstr (dites_document_get_text (part, NULL), ==, "{\"role\":\"landlord\"}");
}

static void
test_equal (void)
{
  g_autoptr (DitesDocument) a = new_document ("{\"_id\":\"site:1\",\"kind\":\"site\",\"n\":1,\"changed_at\":\"2026-11-22T09:14:03Z\"}");
  g_autoptr (DitesDocument) b = new_document ("{ \"kind\":\"site\", \"_id\":\"site:1\", \"n\":1.0, \"x\":null}");
  g_autoptr (DitesDocument) c = new_document ("{\"_id\":\"site:1\",\"kind\":\"site\",\"n\":1,\"m\":2}");

  g_assert_true (dites_document_equal (a, b));
  g_assert_true (dites_document_equal (b, a));
  g_assert_false (dites_document_equal (a, c));
  g_assert_false (dites_document_equal (c, a));
}

static void
test_ids (void)
{
  g_autofree char *a = dites_document_derived_id ("intern", "rpps:10000000001");
  g_autofree char *b = dites_document_derived_id ("intern", "rpps:10000000001");
  g_autofree char *c = dites_document_derived_id ("site", "rpps:10000000001");
  g_autofree char *random = dites_document_new_id ("intern");
  g_autofree char *text = g_strdup_printf ("{\"_id\":\"%s\",\"kind\":\"intern\"}", a);
  g_autoptr (DitesDocument) document = new_document (text);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a + strlen ("intern:"), !=, c + strlen ("site:"));
  g_assert_cmpstr (a, !=, random);
  g_assert_cmpint (a[strlen ("intern:") + 14], ==, '5');
  g_assert_cmpstr (dites_document_get_id (document), ==, a);

  /* Desks must agree for ever: this id may never change. */
  g_assert_cmpstr (a, ==, "intern:92116304-1fdd-5e50-ab74-7566c1c216da");
}

static gpointer
read_in_thread (gpointer data)
{
  for (int i = 0; i < 1000; i++)
    g_assert_true (dites_document_get (data, "units", NULL));

  return NULL;
}

static void
test_threads (void)
{
  for (int round = 0; round < 50; round++)
    {
      g_autoptr (DitesDocument) document = new_document (camille);
      GThread *threads[4];

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new (NULL, read_in_thread, document);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

static void
append_extra (const char *header,
              const char *text,
              gpointer    out)
{
  g_string_append_printf (out, "%s=%s;", header, text);
}

/* What no field has is told as it came, whatever it is. */
static void
test_extra (void)
{
  g_autoptr (DitesDocument) document =
    new_document ("{\"_id\":\"intern:1\",\"kind\":\"intern\",\"extra\":{\"N° POSTE\":\"MG-32\\n014\",\"RANG\":12,\"CHOIX\":[\"a\",1]}}");
  g_autoptr (DitesDocument) none = new_document ("{\"_id\":\"intern:1\",\"kind\":\"intern\"}");
  g_autoptr (DitesDocument) odd = new_document ("{\"_id\":\"intern:1\",\"kind\":\"intern\",\"extra\":\"MG-32\"}");
  g_autoptr (GString) text = g_string_new (NULL);

  dites_document_foreach_extra (document, append_extra, text);
  g_assert_cmpstr (text->str, ==, "N° POSTE=MG-32\n014;RANG=12;CHOIX=[\"a\",1];");

  g_string_truncate (text, 0);
  dites_document_foreach_extra (none, append_extra, text);
  dites_document_foreach_extra (odd, append_extra, text);
  g_assert_cmpstr (text->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/get", test_get);
  g_test_add_func ("/document/says", test_says);
  g_test_add_func ("/document/many-members", test_many_members);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/unknown-members-survive", test_unknown_members_survive);
  g_test_add_func ("/document/builder", test_builder);
  g_test_add_func ("/document/equal", test_equal);
  g_test_add_func ("/document/ids", test_ids);
  g_test_add_func ("/document/extra", test_extra);
  g_test_add_func ("/document/threads", test_threads);

  return g_test_run ();
}
