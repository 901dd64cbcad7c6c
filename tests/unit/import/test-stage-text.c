/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-stage-text.h"

/* What cells say: "name/department/supervisor/commune/type" for each place, then the sort of stage, then the rest. */
static char *
dump (const DitesStageText *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->places->len; i++)
    {
      const DitesStagePlace *place = g_ptr_array_index (text->places, i);

      g_string_append_printf (out, "%s/%s/%s/%s/%s; ", place->name != NULL ? place->name : "",
                              place->department != NULL ? place->department : "",
                              place->supervisor != NULL ? place->supervisor : "",
                              place->commune != NULL ? place->commune->name : "",
                              place->type != NULL ? place->type : "");
    }
  g_string_append_printf (out, "%s", text->stage_type != NULL ? text->stage_type : "-");
  if (text->rest != NULL)
    g_string_append_printf (out, " + %s", text->rest);

  return g_string_free_and_steal (out);
}

static void
check_cells (const char        *stage,
             const char        *establishment,
             const char        *department,
             const char *const *supervisors,
             const char        *expected)
{
  g_auto (DitesStageText) text = { NULL };
  g_autofree char *found = NULL;

  dites_stage_text_read (&text, stage, establishment, department, supervisors);
  found = dump (&text);
  g_assert_cmpstr (found, ==, expected);
}

static void
check (const char *stage,
       const char *expected)
{
  check_cells (stage, NULL, NULL, NULL, expected);
}

static void
test_hospital (void)
{
  check ("CH AUCH / URGENCES", "CH AUCH/Urgences//Auch/hopital; urgences");
  check ("URG AUCH", "/Urgences//Auch/; urgences");
  check ("SAU-SMUR CONDOM", "/Urgences-SMUR//Condom/; urgences");
  check ("CHIC Auch Pédiatrie", "CHIC Auch/Pédiatrie//Auch/hopital; sante_enfant");
  check ("PMI Auch", "PMI Auch///Auch/autre; -");
  check ("CH Condom - médecine", "CH Condom/Médecine//Condom/hopital; medecine_adulte_polyvalente");
  check ("Centre hospitalier de Gimont", "Centre hospitalier de Gimont///Gimont/hopital; -");
}

static void
test_doctors (void)
{
  check ("Dr BIDON", "//Dr BIDON//cabinet_msu; -");
  check ("Dr ESSAI (Eauze) + Dr MODELE (Nogaro)", "//Dr ESSAI/Eauze/cabinet_msu; //Dr MODELE/Nogaro/cabinet_msu; -");
  check ("MSP de Seissan", "MSP de Seissan///Seissan/msp; -");
  check ("Dr ESSAI / MSP de Seissan", "MSP de Seissan//Dr ESSAI/Seissan/msp; -");
  check ("SASPAS Dr MODELE (Nogaro)", "//Dr MODELE/Nogaro/cabinet_msu; saspas");
  check ("Cabinet du Dr BIDON à Lupiac", "Cabinet du Dr BIDON à Lupiac///Lupiac/cabinet_msu; -");
  check ("CH Auch Dr BIDON", "CH Auch//Dr BIDON/Auch/hopital; -");
}

/* A doctor behind the sort of stage, or behind another one, is one of his own with the commune that follows. */
static void
test_doctors_in_a_row (void)
{
  check ("PN1 Dr BIDON (Lupiac) / Dr ESSAI (Aignan) / Dr MODELE (Riscle)",
         "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Aignan/cabinet_msu; //Dr MODELE/Riscle/cabinet_msu; praticien_n1");
  check ("PN1 Dr BIDON à Lupiac et Dr ESSAI à Aignan", "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Aignan/cabinet_msu; praticien_n1");
  check ("SASPAS avec le Docteur BIDON Jean (Lupiac)", "//Dr BIDON Jean/Lupiac/cabinet_msu; saspas");
  check ("Lupiac : Dr BIDON\nAignan : Dr ESSAI", "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Aignan/cabinet_msu; -");
  /* Who is no doctor for us does not leave his commune to the next one. */
  check ("BIDON (Lupiac) / Dr ESSAI (Aignan)", "///Lupiac/; //Dr ESSAI/Aignan/cabinet_msu; - + BIDON");
}

/* Several with one title are several: each in a place of their own, or all in the house that is named. */
static void
test_doctors_together (void)
{
  check ("Drs BIDON et ESSAI", "//Dr BIDON//cabinet_msu; //Dr ESSAI//cabinet_msu; -");
  check ("Dr BIDON & ESSAI (Eauze)", "//Dr BIDON/Eauze/cabinet_msu; //Dr ESSAI/Eauze/cabinet_msu; -");
  check ("SASPAS Drs BIDON, ESSAI et MODELE (Eauze)",
         "//Dr BIDON/Eauze/cabinet_msu; //Dr ESSAI/Eauze/cabinet_msu; //Dr MODELE/Eauze/cabinet_msu; saspas");
  check ("Docteurs BIDON (Lupiac) et ESSAI (Aignan)", "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Aignan/cabinet_msu; -");
  check ("Lupiac : Drs BIDON et ESSAI", "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Lupiac/cabinet_msu; -");
  check ("Drs BIDON et ESSAI / MSP de Seissan", "MSP de Seissan//Dr BIDON, Dr ESSAI/Seissan/msp; -");
  check ("MSP de Seissan : Drs BIDON, ESSAI", "MSP de Seissan//Dr BIDON, Dr ESSAI/Seissan/msp; -");
  check ("Drs BIDON et ESSAI (Eauze) + Dr MODELE (Nogaro)",
         "//Dr BIDON/Eauze/cabinet_msu; //Dr ESSAI/Eauze/cabinet_msu; //Dr MODELE/Nogaro/cabinet_msu; -");
  check ("Dr BIDON et associés", "//Dr BIDON et associés//cabinet_msu; -");
  check ("Dr BIDON et", "//Dr BIDON//cabinet_msu; -");
  check_cells ("PN1 Eauze", NULL, NULL, (const char *const[]) { "BIDON Jean et ESSAI Luc", NULL },
               "//Dr BIDON Jean/Eauze/cabinet_msu; //Dr ESSAI Luc/Eauze/cabinet_msu; praticien_n1");
  check_cells ("CH Auch", NULL, "Urgences", (const char *const[]) { "Drs BIDON et ESSAI", NULL }, "CH Auch/Urgences/Dr BIDON, Dr ESSAI/Auch/hopital; urgences");
}

/* The house, or the sort of stage, in the column of the service. */
static void
test_misplaced (void)
{
  check_cells ("Pôle mère enfant", NULL, "CH AUCH", NULL, "CH AUCH/Pôle mère enfant//Auch/hopital; femme_enfant");
  check_cells (NULL, NULL, "PRATICIEN NIV 1", (const char *const[]) { "Dr ESSAI (Eauze)", NULL }, "//Dr ESSAI/Eauze/cabinet_msu; praticien_n1");
  check_cells (NULL, NULL, "URG AUCH", NULL, "/Urgences//Auch/; urgences");
  check_cells ("CH AUCH", NULL, "URGENCES", NULL, "CH AUCH/Urgences//Auch/hopital; urgences");
}

static void
test_days (void)
{
  static const char stage[] = "Dr BIDON, Lupiac : lundi et mardi ; Dr ESSAI, Aignan (2j)";
  g_auto (DitesStageText) text = { NULL };
  g_auto (DitesStageText) none = { NULL };

  check (stage, "//Dr BIDON/Lupiac/cabinet_msu; //Dr ESSAI/Aignan/cabinet_msu; -");
  check ("Gimont (2 jours), Samatan (1 j)", "///Gimont/; ///Samatan/; -");
  dites_stage_text_read (&text, stage, NULL, NULL, (const char *const[]) { "Dr MODELE - jeudi après-midi", NULL });
  g_assert_cmpstr (text.days, ==, "Dr BIDON, Lupiac : lundi et mardi ; Dr ESSAI, Aignan (2j); Dr MODELE - jeudi après-midi");
  dites_stage_text_read (&none, "Dr BIDON (Lupiac)", NULL, NULL, NULL);
  g_assert_null (none.days);
}

static void
test_stage_type (void)
{
  check ("SASPAS", "saspas");
  check ("PRATICIEN NIV 1", "praticien_n1");
  check ("PN1 Fleurance", "///Fleurance/; praticien_n1");
}

/* What is not understood is kept as it was written. */
static void
test_rest (void)
{
  check ("nulle part", "- + nulle part");
  check ("A DEFINIR", "- + A DEFINIR");
  check ("SASPAS à Quelquepart", "saspas + à Quelquepart");
  check ("CH TARBES / Pédiatrie", "CH TARBES/Pédiatrie///hopital; sante_enfant");
  check ("", "-");
}

static void
test_columns (void)
{
  check_cells ("Urgences", "CH Auch", NULL, NULL, "CH Auch/Urgences//Auch/hopital; urgences");
  check_cells (NULL, "CH Auch", "Pédiatrie", NULL, "CH Auch/Pédiatrie//Auch/hopital; sante_enfant");
  check_cells ("PN1", NULL, NULL, (const char *const[]) { "Dr BIDON (Eauze)", "Dr ESSAI", NULL }, "//Dr BIDON/Eauze/cabinet_msu; //Dr ESSAI//cabinet_msu; praticien_n1");
  check_cells (NULL, "CH Auch", "Urgences", (const char *const[]) { "Dr BIDON", NULL }, "CH Auch/Urgences/Dr BIDON/Auch/hopital; urgences");
  check_cells (NULL, NULL, "Médecine", NULL, "medecine_adulte_polyvalente");
  check_cells (NULL, NULL, NULL, NULL, "-");
}

static void
test_is_telling (void)
{
  static const char *const telling[] = { "CH Auch", "SASPAS", "Dr BIDON (Eauze)", "Urgences" };
  static const char *const others[] = { "", "Liste des internes", "Total : 41", "nulle part" };

  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
    g_assert_true (dites_stage_text_is_telling (telling[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (dites_stage_text_is_telling (others[i]));
}

static void
test_is_hospital (void)
{
  g_assert_true (dites_stage_type_is_hospital ("hopital"));
  g_assert_true (dites_stage_type_is_hospital ("clinique"));
  g_assert_true (dites_stage_type_is_hospital ("ssr"));
  g_assert_false (dites_stage_type_is_hospital ("cabinet_msu"));
  g_assert_false (dites_stage_type_is_hospital (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/stage-text/hospital", test_hospital);
  g_test_add_func ("/stage-text/doctors", test_doctors);
  g_test_add_func ("/stage-text/doctors-in-a-row", test_doctors_in_a_row);
  g_test_add_func ("/stage-text/doctors-together", test_doctors_together);
  g_test_add_func ("/stage-text/misplaced", test_misplaced);
  g_test_add_func ("/stage-text/days", test_days);
  g_test_add_func ("/stage-text/stage-type", test_stage_type);
  g_test_add_func ("/stage-text/rest", test_rest);
  g_test_add_func ("/stage-text/columns", test_columns);
  g_test_add_func ("/stage-text/is-telling", test_is_telling);
  g_test_add_func ("/stage-text/is-hospital", test_is_hospital);

  return g_test_run ();
}
