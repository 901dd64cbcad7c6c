/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-fold.h"
#include "dites-kind-text.h"

/* The person, over all semesters; what belongs to one semester is its placement. */

#define PERSON    N_("Person")
#define CONTACT   N_("Contact")
#define STUDIES   N_("Studies")
#define FOLLOW_UP N_("Follow-Up")
#define LIST      N_("List")

/* Between these ages people are interns. */
#define YOUNGEST 17
#define OLDEST   80

static const DitesChoice civilities[] = {
  { "m", N_("Mr"), "m|mr|monsieur|mr m" },
  { "mme", N_("Ms"), "mme|madame|mlle|mademoiselle|mrs|ms" },
  { "dr", N_("Dr"), "dr|docteur|doctor|doctoresse" },
  { NULL },
};

static const DitesChoice sexes[] = {
  { "f", N_("Female"), "f|femme|feminin|feminine|2" },
  { "m", N_("Male"), "m|homme|masculin|h|1" },
  { NULL },
};

static const DitesChoice phases[] = {
  { "socle", N_("Foundation"), "socle|s|phase socle|soc|phase s" },
  { "approfondissement", N_("Advanced"), "approfondissement|approf|appro|a|phase d approfondissement|phase approfondissement|phase a" },
  { "consolidation", N_("Consolidation"), "consolidation|conso|c|dj|docteur junior|dr junior|phase de consolidation|phase consolidation|phase c" },
  { NULL },
};

static const DitesChoice consents[] = {
  { "unknown", N_("Not Asked Yet"), "inconnu|pas encore demande|non demande|a demander" },
  { "agreed", N_("Agreed"), "accord|accord donne|accepte|oui|consentement|d accord" },
  { "opposed", N_("Opposed"), "opposition|oppose|refus|refuse|non" },
  { NULL },
};

static const DitesChoice states[] = {
  { "active", N_("In Training"), "en formation|actif|active|en cours|interne" },
  { "left", N_("Left the Gers"), "parti|partie|a quitte le gers|sorti" },
  { "settled", N_("Settled in the Gers"), "installe|installee|installe dans le gers" },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "civility",
    .label = N_("Form of Address"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "civ|civilite|titre",
    .choices = civilities,
  },
  {
    .name = "family_name",
    .label = N_("Birth Name"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED | DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "nom|nom de naissance|nom de famille|nom patronymique|nom naissance|nom de jeune fille|lib nom pat ind|nom interne|nom de l interne|nom etudiant|last name|family name",
  },
  {
    .name = "usual_name",
    .label = N_("Usual Name"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_SORTED | DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "nom usuel|nom d usage|nom usage|nom marital|nom epouse|nom d epouse|nom d epoux|lib nom usu ind",
    .hint = N_("Only where it is not the birth name"),
  },
  {
    .name = "first_name",
    .label = N_("First Name"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED | DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "prenom|prenom 1|prenom1|prenoms|prenom s|1er prenom|premier prenom|lib pr1 ind|prenom interne|prenom de l interne|first name",
  },
  {
    .name = "preferred_name",
    .label = N_("Preferred First Name"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "prenom d usage|prenom usage|prenom usuel|prenom choisi",
  },
  {
    .name = "sex",
    .label = N_("Sex"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "sexe|genre|h f|f h|m f|f m|cod sex etu",
    .choices = sexes,
    .hint = N_("For the indicators only"),
  },
  {
    .name = "birth_date",
    .label = N_("Date of Birth"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_PERSONAL,
    .group = PERSON,
    .headers = "date de naissance|ne e le|ne le|nee le|ddn|date naissance|date naiss|date nais|date nai ind|naissance|birth date|date of birth",
    .hint = N_("To tell people of the same name apart"),
  },
  {
    .name = "emails",
    .label = N_("E-Mail Addresses"),
    .type = DITES_FIELD_EMAIL,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "mail|email|e mail|mel|courriel|adresse mail|adresse email|adresse e mail|adresse electronique|adresse courriel|mail univ|mail universitaire|courriel univ|courriel universitaire|email univ|email universitaire|mail perso|mail personnel|courriel perso|courriel personnel|email perso|email personnel|mail 1|mail 2|email 1|email 2|courriel 1|courriel 2|mails|emails|courriels",
  },
  {
    .name = "phones",
    .label = N_("Phone Numbers"),
    .type = DITES_FIELD_PHONE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "tel|telephone|tel portable|telephone portable|portable|gsm|mobile|tel mobile|telephone mobile|n de portable|numero de portable|num portable|n portable|n de telephone|numero de telephone|num tel|num telephone|n tel|n telephone|tel 1|tel 2|telephone 1|telephone 2|telephones|tel fixe|telephone fixe|fixe|tel perso|contact|phone",
  },
  {
    .name = "rpps",
    .label = N_("RPPS Number"),
    .type = DITES_FIELD_RPPS,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = STUDIES,
    .headers = "rpps|n rpps|numero rpps|num rpps|no rpps|code rpps",
    .hint = N_("Eleven digits"),
  },
  {
    .name = "student_no",
    .label = N_("Student Number"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = STUDIES,
    .headers = "n etudiant|numero etudiant|num etudiant|n d etudiant|numero d etudiant|no etudiant|cod etu|code etudiant",
  },
  {
    .name = "des",
    .label = N_("Speciality (DES)"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_FILTERED | DITES_FIELD_SEARCHED | DITES_FIELD_DATED,
    .group = STUDIES,
    .headers = "des|specialite|spe|filiere|discipline|lib etp|specialite des|des specialite|diplome|libelle des|des specialites",
    .choices = dites_des_choices,
  },
  {
    .name = "phase",
    .label = N_("Phase"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_DATED,
    .group = STUDIES,
    .headers = "phase|phase du des|phase de formation|phase d internat",
    .choices = phases,
  },
  {
    .name = "semester_no",
    .label = N_("Semester Number"),
    .type = DITES_FIELD_NUMBER,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED | DITES_FIELD_DATED,
    .group = STUDIES,
    .headers = "semestre|sem|n semestre|n de semestre|numero de semestre|num semestre|semestre en cours|semestre d internat|annee|annee d internat|annee d etude|annee d etudes|anciennete|semestres valides|semestre valides|semestre valide|semestres validees|nb semestres valides|nombre de semestres valides|nb de semestres valides|niveau",
    .minimum = 1,
    .maximum = 12,
  },
  {
    .name = "rank",
    .label = N_("Rank"),
    .type = DITES_FIELD_NUMBER,
    .flags = DITES_FIELD_PERSONAL,
    .group = STUDIES,
    .headers = "rang|classement|classement ecn|classement edn|classement ecn edn|rang ecn|rang edn|rang de classement",
    .minimum = 1,
    .maximum = 100000,
  },
  {
    .name = "faculty",
    .label = N_("Faculty"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_FILTERED,
    .group = STUDIES,
    .headers = "faculte|fac|subdivision|ufr|universite|ville d origine|faculte d origine",
  },
  {
    .name = "cohort",
    .label = N_("Year of Entry"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_FILTERED,
    .group = STUDIES,
    .headers = "promotion d entree|promo d entree|annee d entree|annee d entree en internat|promotion d internat|cohorte",
    .hint = N_("The year in which the internship began"),
  },
  {
    .name = "car",
    .label = N_("Has a Car"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "permis|permis de conduire|permis b|vehicule personnel|possede un vehicule",
  },
  {
    .name = "local_ties",
    .label = N_("Ties to the Gers"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "attaches|attaches gersoises|attaches dans le gers|liens avec le gers|lien avec le gers|origine geographique",
  },
  {
    .name = "consent",
    .label = N_("Use of the Data"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "consentement|rgpd|accord rgpd|consentement rgpd",
    .choices = consents,
  },
  {
    .name = "state",
    .label = N_("State"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = FOLLOW_UP,
    .choices = states,
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "remarques|remarque|commentaire|commentaires|observation|observations|notes|note|divers",
    .hint = N_("Facts only: the person may read them"),
  },
  {
    .name = "full_name",
    .label = N_("Full Name"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_LIST_ONLY | DITES_FIELD_PERSONAL,
    .group = LIST,
    .headers = "nom prenom|nom prenoms|prenom nom|nom et prenom|nom et prenoms|prenom et nom|nom prenom s|interne|internes|identite|nom de l interne et prenom|nom prenom de l interne|nom complet|etudiant|nom prenom interne|civilite nom prenom",
  },
  { NULL },
};

static char *
make_name (DitesDocument *document,
           const char    *family_member)
{
  g_autofree char *family = dites_document_dup_string (document, family_member);
  g_autofree char *first = dites_document_dup_string (document, "preferred_name");
  g_autofree char *family_shown = NULL;
  g_autofree char *first_shown = NULL;

  if (first == NULL || *first == '\0')
    {
      g_free (first);
      first = dites_document_dup_string (document, "first_name");
    }

  family_shown = dites_name_format (family != NULL ? family : "");
  first_shown = dites_first_name_format (first != NULL ? first : "");

  return g_strstrip (g_strjoin (" ", family_shown, first_shown, NULL));
}

/* Whether the person goes by another family name than the one of birth. */
static gboolean
has_usual_name (DitesDocument *document)
{
  g_autofree char *usual = NULL;
  g_autofree char *family = NULL;

  if (!dites_document_get (document, "usual_name", NULL))
    return FALSE;
  usual = dites_kind_dup_folded (document, "usual_name", dites_fold_name);
  if (*usual == '\0')
    return FALSE;
  family = dites_kind_dup_folded (document, "family_name", dites_fold_name);

  return strcmp (usual, family) != 0;
}

static char *
intern_title (DitesDocument *document,
              DitesTitleFunc title_of,
              gpointer       user_data)
{
  return make_name (document, has_usual_name (document) ? "usual_name" : "family_name");
}

static char *
intern_subtitle (DitesDocument *document,
                 DitesTitleFunc title_of,
                 gpointer       user_data)
{
  GString *line = g_string_new (NULL);
  gint64   semester;

  dites_kind_text_add_field (line, &dites_kind_intern, document, "des", NULL, NULL);
  if (dites_document_get_int (document, "semester_no", &semester))
    {
      /* Translators: how far an intern's training is: “semester 3”. */
      g_autofree char *text = g_strdup_printf (_("semester %d"), (int) semester);

      dites_kind_text_add (line, text);
    }
  if (has_usual_name (document))
    {
      g_autofree char *family = dites_document_dup_string (document, "family_name");
      g_autofree char *shown = dites_name_format (family != NULL ? family : "");
      /* Translators: %s is the family name a person was born with. */
      g_autofree char *text = g_strdup_printf (_("birth name %s"), shown);

      dites_kind_text_add (line, *shown != '\0' ? text : NULL);
    }

  return g_string_free (line, FALSE);
}

/* RPPS numbers and e-mail addresses belong to one person; so does a name with a
 * date of birth. A name alone, or a student number, which another university
 * may have given too, only suggests. Never merge on the name alone. */
static guint
intern_identify (DitesDocument *document,
                 GPtrArray     *keys)
{
  g_autofree char  *rpps = dites_document_dup_string (document, "rpps");
  g_autofree char  *birth = dites_document_dup_string (document, "birth_date");
  g_autofree char  *first = dites_kind_dup_folded (document, "first_name", dites_fold_name);
  g_autofree char  *student_no = dites_kind_dup_folded (document, "student_no", dites_fold_words);
  g_autofree char  *family_name = dites_kind_dup_folded (document, "family_name", dites_fold_name);
  g_autofree char  *usual_name = dites_kind_dup_folded (document, "usual_name", dites_fold_name);
  const char *const names[] = { family_name, usual_name };
  g_auto (GStrv) emails = dites_document_dup_strings (document, "emails");
  guint n_sure;

  if (rpps != NULL && dites_rpps_is_valid (rpps))
    dites_kind_add_key (keys, "rpps", rpps, NULL);

  for (gsize i = 0; emails != NULL && emails[i] != NULL; i++)
    {
      g_autofree char *email = dites_fold (emails[i]);

      dites_kind_add_key (keys, "email", email, NULL);
    }

  for (gsize i = 0; i < 2 && *first != '\0'; i++)
    {
      if (birth != NULL && *birth != '\0')
        dites_kind_add_key (keys, "name", names[i], first, birth, NULL);
    }
  n_sure = keys->len;

  dites_kind_add_key (keys, "student", student_no, NULL);
  for (gsize i = 0; i < 2 && *first != '\0'; i++)
    dites_kind_add_key (keys, "name", names[i], first, NULL);

  return n_sure;
}

/* A year of two digits or a number of a spreadsheet soon makes an intern of five. */
static void
intern_check (DitesDocument *document,
              GPtrArray     *problems)
{
  DitesDay birth = dites_document_get_day (document, "birth_date");
  DitesDay today = dites_day_today ();

  if (birth != DITES_DAY_NONE &&
      (dites_day_add_months (birth, YOUNGEST * 12) > today || dites_day_add_months (birth, OLDEST * 12) < today))
    dites_problem_add (problems, "birth_date", DITES_SEVERITY_WARNING,
                       /* Translators: two ages. */
                       _("The date of birth is unusual: somebody from %d to %d years old is expected"),
                       YOUNGEST, OLDEST);
}

const DitesKind dites_kind_intern = {
  .name = "intern",
  .label = N_("Intern"),
  .plural = N_("Interns"),
  .create = N_("New Intern"),
  .icon_name = "avatar-default-symbolic",
  .axis = DITES_AXIS_INTERNS,
  .fields = fields,
  .keep_months = 24,
  .title = intern_title,
  .subtitle = intern_subtitle,
  .identify = intern_identify,
  .check = intern_check,
  .list_companion = "placement",
  .state_field = "state",
  .unique = TRUE,
};
