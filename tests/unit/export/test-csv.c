/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-csv.h"

static const DitesField rooms[] = {
  { .name = "id", .label = "Id", .type = DITES_FIELD_TEXT },
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT },
  { .name = "beds", .label = "Beds", .type = DITES_FIELD_NUMBER },
  { NULL },
};

static const DitesField fields[] = {
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT },
  { .name = "phones", .label = "Phone; mobile", .type = DITES_FIELD_PHONE, .flags = DITES_FIELD_MULTIPLE },
  { .name = "rank", .label = "Rank", .type = DITES_FIELD_NUMBER, .minimum = -1000, .maximum = 1000 },
  { .name = "rooms", .label = "Rooms", .type = DITES_FIELD_ITEMS, .items = rooms },
  { .name = "photos", .label = "Photos", .type = DITES_FIELD_PHOTOS },
  { .name = "whole", .label = "Whole", .type = DITES_FIELD_NAME, .flags = DITES_FIELD_LIST_ONLY },
  { .name = "remarks", .label = "Remarks", .type = DITES_FIELD_LINES },
  { NULL },
};

static const DitesKind kind = { .name = "thing", .label = "Thing", .plural = "Things", .fields = fields };

static void
assert_line (const char *text,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DitesDocument) document = dites_document_new_from_text (text, -1, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  dites_csv_append_document (out, &kind, document, NULL, NULL);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_header (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  dites_csv_append_header (out, &kind);
  g_assert_cmpstr (out->str, ==, "\xef\xbb\xbfName;\"Phone; mobile\";Rank;Rooms;Remarks\r\n");
}

static void
test_values (void)
{
  assert_line ("{\"_id\":\"thing:1\",\"kind\":\"thing\"}", ";;;;\r\n");
  assert_line ("{\"_id\":\"thing:1\",\"kind\":\"thing\",\"name\":\"D’ESSAI \\\"Cam\\\"; fils\",\"remarks\":\"a\\nb\"}",
               "\"D’ESSAI \"\"Cam\"\"; fils\";;;;\"a\nb\"\r\n");
}

/* Parts are there to be read: a line each. */
static void
test_parts (void)
{
  assert_line ("{\"_id\":\"thing:1\",\"kind\":\"thing\",\"rooms\":[{\"id\":\"a\",\"name\":\"Blue\",\"beds\":2},{\"id\":\"b\",\"name\":\"Red\"}]}",
               ";;;\"Blue · 2\nRed\";\r\n");
}

static void
test_formulas (void)
{
  assert_line ("{\"_id\":\"thing:1\",\"kind\":\"thing\",\"name\":\"=1+1\",\"rank\":-12,\"remarks\":\"@x\"}",
               "'=1+1;;-12;;'@x\r\n");
  assert_line ("{\"_id\":\"thing:1\",\"kind\":\"thing\",\"name\":\"+cmd|';\",\"remarks\":\"- a\"}",
               "\"'+cmd|';\";;;;'- a\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/header", test_header);
  g_test_add_func ("/csv/values", test_values);
  g_test_add_func ("/csv/parts", test_parts);
  g_test_add_func ("/csv/formulas", test_formulas);

  return g_test_run ();
}
