/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-json.h"

#include <string.h>

#include "dites-error.h"

static void
test_check_right (void)
{
  static const char *const right[] = {
    "{}",
    "[]",
    "null",
    " true ",
    "\"\"",
    "0",
    "-0",
    "-1.5e+10",
    "1e400",
    "123456789012345678901234567890",
    "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":\"x\\u0000y\"}",
    "\"\\ud83d\\ude00\"",
    "\"é\"",
    "[ 1 , 2 ]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", right[i]);
      dites_json_check (right[i], -1, &error);
      g_assert_no_error (error);
    }
}

static void
assert_wrong (const char *text,
              gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_false (dites_json_check (text, length, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
}

static void
test_check_wrong (void)
{
  static const char *const wrong[] = {
    "",
    " ",
    "{",
    "}",
    "[1,]",
    "{\"a\":1,}",
    "{a:1}",
    "{'a':1}",
    "01",
    "+1",
    ".5",
    "1.",
    "1e",
    "--1",
    "nul",
    "tru",
    "\"",
    "\"\n\"",
    "\"\\x\"",
    "\"\\u12g4\"",
    "\"\\ud83d\"",
    "\"\\ude00\"",
    "\"\\ud83d\\u0041\"",
    "\"\xff\"",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "1 2",
    "[1 2]",
    "{\"a\" 1}",
    "// x",
    "[1}",
    "\"\\",
    "NaN",
    "-",
  };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_wrong (wrong[i], -1);

  assert_wrong ("\"a\0b\"", 5);
  assert_wrong ("1\0", 2);

  for (int i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  assert_wrong (deep->str, deep->len);
}

static void
test_strings (void)
{
  static const char *const cases[][2] = {
    { "\"plain\"", "plain" },
    { "\"a\\\"b\\\\c\\/d\"", "a\"b\\c/d" },
    { "\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t" },
    { "\"\\u00e9\\ud83d\\ude00\"", "é😀" },
    { "\"x\\u0000y\"", "x\ufffdy" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DitesJson        json = dites_json_of (cases[i][0], -1);
      g_autofree char *string = dites_json_dup_string (json);

      g_assert_cmpstr (string, ==, cases[i][1]);
    }

  g_assert_true (dites_json_string_equal (dites_json_of ("\"\\u0061b\"", -1), "ab"));
  g_assert_false (dites_json_string_equal (dites_json_of ("\"abc\"", -1), "ab"));
  g_assert_false (dites_json_string_equal (dites_json_of ("12", -1), "12"));
  g_assert_null (dites_json_dup_string (dites_json_of ("12", -1)));
}

/* decode ∘ append = identity, for every text without U+0000 */
static void
test_string_identity (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) json = g_string_new (NULL);
      g_autofree char *back = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append_unichar (text, g_test_rand_int_range (1, g_test_rand_bit () ? 0x80 : 0xd7ff));

      dites_json_append_string (json, text->str);
      g_assert_true (dites_json_check (json->str, json->len, NULL));
      back = dites_json_dup_string (dites_json_of (json->str, json->len));
      g_assert_cmpstr (back, ==, text->str);
    }
}

static void
test_iter (void)
{
  DitesJson     object = dites_json_of (" { \"a\" : [1, \"}\", {\"x\":\"]\"}] , \"b\":-2.5e3 ,\"c\":\"\\\"\",\"f\":\"\\\\\",\"e\":[\"\\\\\\\"]\"]} ", -1);
  DitesJson     name, value;
  DitesJsonIter iter;
  GString      *seen = g_string_new (NULL);

  dites_json_iter_init (&iter, object);
  while (dites_json_iter_next (&iter, &name, &value))
    g_string_append_printf (seen, "%.*s=%.*s;", (int) name.length, name.text, (int) value.length, value.text);
  g_assert_cmpstr (seen->str, ==, "\"a\"=[1, \"}\", {\"x\":\"]\"}];\"b\"=-2.5e3;\"c\"=\"\\\"\";\"f\"=\"\\\\\";\"e\"=[\"\\\\\\\"]\"];");
  g_string_free (seen, TRUE);

  g_assert_true (dites_json_get_member (object, "b", &value));
  g_assert_cmpint (dites_json_get_type (value), ==, DITES_JSON_NUMBER);
  g_assert_false (dites_json_get_member (object, "d", &value));
  g_assert_false (dites_json_get_member (value, "b", &value));

  dites_json_iter_init (&iter, dites_json_of ("[]", -1));
  g_assert_false (dites_json_iter_next (&iter, NULL, &value));
  dites_json_iter_init (&iter, dites_json_of ("12", -1));
  g_assert_false (dites_json_iter_next (&iter, NULL, &value));
}

static void
test_int (void)
{
  gint64 value;

  g_assert_true (dites_json_get_int (dites_json_of ("-42", -1), &value));
  g_assert_cmpint (value, ==, -42);
  g_assert_true (dites_json_get_int (dites_json_of ("9223372036854775807", -1), &value));
  g_assert_false (dites_json_get_int (dites_json_of ("9223372036854775808", -1), &value));
  g_assert_false (dites_json_get_int (dites_json_of ("1.0", -1), &value));
  g_assert_false (dites_json_get_int (dites_json_of ("\"1\"", -1), &value));
}

static void
test_equal (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    equal;
  } cases[] = {
    { "1", "1.0", TRUE },
    { "1", "1e0", TRUE },
    { "100", "1e2", TRUE },
    { "1e400", "10e399", TRUE },
    { "-0", "0.000", TRUE },
    { "0.1", "0.10000000000000001", FALSE },
    { "12345678901234567890", "12345678901234567891", FALSE },
    { "1", "\"1\"", FALSE },
    { "{\"a\":1,\"b\":[2]}", "{ \"b\" : [2.0], \"a\" : 1 }", TRUE },
    { "{\"a\":1}", "{\"a\":1,\"b\":null}", FALSE },
    { "[1,2]", "[2,1]", FALSE },
    { "[1]", "[1,1]", FALSE },
    { "\"\\u0061\"", "\"a\"", TRUE },
    { "\"x\\u0000y\"", "\"x\\ufffdy\"", FALSE },
    { "true", "false", FALSE },
    { "null", "null", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DitesJson a = dites_json_of (cases[i].a, -1);
      DitesJson b = dites_json_of (cases[i].b, -1);

      g_test_message ("%s %s", cases[i].a, cases[i].b);
      g_assert_cmpint (dites_json_equal (a, b), ==, cases[i].equal);
      g_assert_cmpint (dites_json_equal (b, a), ==, cases[i].equal);
    }
}

/* A table has the first of several members with one name, under the name that escapes stand for. */
static void
test_members (void)
{
  DitesJson object = dites_json_of ("{\"a\":1,\"\\u00e9\":\"x\",\"a\":2}", -1);
  g_autoptr (GHashTable) members = dites_json_dup_members (object);
  g_autoptr (GHashTable) none = dites_json_dup_members (dites_json_of ("[1]", -1));
  g_autoptr (GHashTable) nothing = dites_json_dup_members ((DitesJson) { NULL, 0 });
  const DitesJson *value;
  gint64           number = 0;

  g_assert_cmpuint (g_hash_table_size (members), ==, 2);
  value = g_hash_table_lookup (members, "a");
  g_assert_true (dites_json_get_int (*value, &number));
  g_assert_cmpint (number, ==, 1);
  g_assert_nonnull (g_hash_table_lookup (members, "é"));
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  g_assert_cmpuint (g_hash_table_size (nothing), ==, 0);
}

static void
test_count (void)
{
  g_assert_cmpuint (dites_json_count (dites_json_of ("{}", -1)), ==, 0);
  g_assert_cmpuint (dites_json_count (dites_json_of ("{\"a\":[1,2],\"b\":{\"c\":3}}", -1)), ==, 2);
  g_assert_cmpuint (dites_json_count (dites_json_of ("[[1,2],{},null]", -1)), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/check/right", test_check_right);
  g_test_add_func ("/json/check/wrong", test_check_wrong);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/string-identity", test_string_identity);
  g_test_add_func ("/json/iter", test_iter);
  g_test_add_func ("/json/int", test_int);
  g_test_add_func ("/json/equal", test_equal);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/count", test_count);

  return g_test_run ();
}
