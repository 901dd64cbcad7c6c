/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-language.h"

#include <glib/gi18n.h>

#include "dites-day.h"

static char *
dup_month (void)
{
  return dites_day_format (dites_day_from_ymd (2026, 8, 14), DITES_DAY_LONG);
}

static void
assert_speaks (const char *language,
               const char *day)
{
  DitesLanguage    scope;
  g_autofree char *text = NULL;

  g_assert_true (dites_language_begin (&scope, language));
  text = dup_month ();
  g_assert_cmpstr (text, ==, day);
  g_assert_cmpstr (ngettext ("%u photo", "%u photos", 0), ==, g_str_equal (language, "fr") ? "%u photo" : "%u photos");
  dites_language_end (&scope);
}

static void
test_there_and_back (void)
{
  g_autofree char *before = dup_month ();
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "14 August 2026");
  assert_speaks ("fr", "14 août 2026");
  assert_speaks ("en", "14 August 2026");
  assert_speaks ("system", "14 August 2026");

  after = dup_month ();
  g_assert_cmpstr (after, ==, before);
}

/* English stands within French, as an English export of a French interface does. */
static void
test_within (void)
{
  DitesLanguage    scope;
  g_autofree char *text = NULL;

  g_assert_true (dites_language_begin (&scope, "fr"));
  assert_speaks ("en", "14 August 2026");
  text = dup_month ();
  g_assert_cmpstr (text, ==, "14 août 2026");
  dites_language_end (&scope);
}

static gpointer
speak_french (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    assert_speaks ("fr", "14 août 2026");

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, speak_french, NULL);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = dup_month ();

      g_assert_cmpstr (text, ==, "14 August 2026");
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_not_there (void)
{
  DitesLanguage    scope;
  g_autofree char *text = NULL;

  g_assert_true (dites_language_is_there ("fr"));
  g_assert_false (dites_language_is_there ("gascon"));
  g_assert_false (dites_language_begin (&scope, "gascon"));
  text = dup_month ();
  g_assert_cmpstr (text, ==, "14 August 2026");
  dites_language_end (&scope);
}

/* Without its locales, the machine goes on in the language it has. */
static void
test_no_locale (void)
{
  if (g_test_subprocess ())
    {
      DitesLanguage scope;

      g_setenv ("LOCPATH", "/nonexistent", TRUE);
      g_assert_false (dites_language_begin (&scope, "fr"));
      dites_language_end (&scope);
      assert_speaks ("en", "14 August 2026");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DITES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/there-and-back", test_there_and_back);
  g_test_add_func ("/language/within", test_within);
  g_test_add_func ("/language/threads", test_threads);
  g_test_add_func ("/language/not-there", test_not_there);
  g_test_add_func ("/language/no-locale", test_no_locale);

  return g_test_run ();
}
