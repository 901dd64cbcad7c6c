/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-change-name.h"

#include <glib/gi18n.h>

#include "dites-language.h"

static void
assert_said (const char *name,
             const char *english,
             const char *french)
{
  g_autofree char *said = dites_change_name_say (name);
  g_autofree char *dit = NULL;
  DitesLanguage    scope;

  g_assert_cmpstr (said, ==, english);
  g_assert_true (dites_language_begin (&scope, "fr"));
  dit = dites_change_name_say (name);
  dites_language_end (&scope);
  g_assert_cmpstr (dit, ==, french);
}

static void
assert_made (DitesChangeAction action,
             guint             n,
             const char       *title,
             const char       *field,
             const char       *english,
             const char       *french)
{
  const DitesKind *intern = dites_kind_get ("intern");
  g_autofree char *name = dites_change_name_make (action, intern, n, title, field != NULL ? dites_kind_get_field (intern, field) : NULL);

  assert_said (name, english, french);
}

static void
test_languages (void)
{
  assert_made (DITES_ACTION_ADD, 1, "FICTIF Camille", NULL, "New document: FICTIF Camille", "Nouvelle fiche : FICTIF Camille");
  assert_made (DITES_ACTION_SET, 1, "FICTIF Camille", "first_name", "FICTIF Camille: First Name", "FICTIF Camille : Prénom");
  assert_made (DITES_ACTION_SET, 3, NULL, "first_name", "3 interns: First Name", "3 internes : Prénom");
  assert_made (DITES_ACTION_TRASH, 1, NULL, NULL, "1 intern to the trash", "1 interne à la corbeille");
  assert_made (DITES_ACTION_RESTORE, 2, NULL, NULL, "2 interns out of the trash", "2 internes hors de la corbeille");
  assert_made (DITES_ACTION_IMPORT, 41, NULL, NULL, "Import of 41 interns", "Import de 41 internes");
  assert_made (DITES_ACTION_LOAD, 0, NULL, NULL, "Added documents", "Ajout de fiches");
}

/* A title is a person's, whatever is in it; that there is none is said in each language. */
static void
test_titles (void)
{
  g_autofree char *nameless = dites_kind_dup_nameless (dites_kind_get ("intern"));
  g_autofree char *several = dites_change_name_make (DITES_ACTION_TRASH, NULL, 2, NULL, NULL);

  assert_made (DITES_ACTION_ADD, 1, nameless, NULL, "New document: Intern without a name", "Nouvelle fiche : Interne sans nom");
  assert_made (DITES_ACTION_ADD, 1, "“%s” \"\\ {\n", NULL, "New document: “%s” \"\\ {\n", "Nouvelle fiche : “%s” \"\\ {\n");
  assert_said (several, "2 documents to the trash", "2 fiches à la corbeille");
}

/* What lists said beside the fields has no field of its own. */
static void
test_extra (void)
{
  static const DitesField extra = { .name = DITES_EXTRA };
  g_autofree char        *name = dites_change_name_make (DITES_ACTION_SET, dites_kind_get ("intern"), 1, "FICTIF Camille", &extra);

  assert_said (name, "FICTIF Camille: More from the Lists", "FICTIF Camille : Autres données des listes");
}

/* What was made before, by another program or by a newer one, is said as it is, or as far as it is understood. */
static void
test_others (void)
{
  const char *as_they_are[] = { "", "Import of 41 interns", "{", "{}", "[\"add\"]", "{\"action\":\"dance\",\"n\":2}", "{\"action\":3}" };

  for (guint i = 0; i < G_N_ELEMENTS (as_they_are); i++)
    assert_said (as_they_are[i], as_they_are[i], as_they_are[i]);

  assert_said ("{\"action\":\"set\",\"kind\":\"intern\",\"field\":\"shoes\",\"title\":\"A\",\"more\":[]}", "A: shoes", "A : shoes");
  assert_said ("{\"action\":\"set\",\"kind\":\"boat\",\"title\":\"\",\"n\":1}", ": ", " : ");
  assert_said ("{\"action\":\"import\",\"kind\":\"boat\",\"n\":-1}", "Import of 0 documents", "Import de 0 fiche");
}

int
main (int   argc,
      char *argv[])
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DITES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-name/languages", test_languages);
  g_test_add_func ("/change-name/titles", test_titles);
  g_test_add_func ("/change-name/extra", test_extra);
  g_test_add_func ("/change-name/others", test_others);

  return g_test_run ();
}
