/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-housing.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-field.h"
#include "dites-kind-text.h"

/* What the law says of an offer of a furnished home. A rule of law blocks
 * publication; what may be in order is a warning; the rest is worth knowing. */

static gboolean
has_one_of (DitesDocument     *housing,
            const char        *member,
            const char *const *values)
{
  g_auto (GStrv) present = dites_document_dup_strings (housing, member);

  for (gsize i = 0; present != NULL && present[i] != NULL; i++)
    {
      if (g_strv_contains (values, present[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
accepts (DitesDocument *housing,
         const char    *contract)
{
  const char *const contracts[] = { contract, NULL };

  return has_one_of (housing, "contracts", contracts);
}

/* Whether the home is let as somebody's main residence, or on a mobility lease:
 * what law 89-462 of 6 July 1989, title I bis and title I ter, is about. An
 * offer that does not say yet how it is let may be. */
static gboolean
is_under_law (DitesDocument *housing)
{
  static const char *const under[] = { "bail_mobilite", "etudiant", "meuble", "colocation", NULL };
  g_auto (GStrv) contracts = dites_document_dup_strings (housing, "contracts");

  return contracts == NULL || *contracts == NULL || has_one_of (housing, "contracts", under);
}

/**
 * dites_field_is_energy_class:
 * @field: a field
 *
 * Returns: whether it holds a class of the energy certificate, from A to G
 */
gboolean
dites_field_is_energy_class (const DitesField *field)
{
  return field->choices == dites_energy_choices;
}

/**
 * dites_housing_get_rent_with_charges:
 * @housing: a document of the kind "housing"
 * @cents: (out): the rent a month with charges, in cents
 *
 * Returns: whether the rent is known; charges that are not are taken as none
 */
gboolean
dites_housing_get_rent_with_charges (DitesDocument *housing,
                                     gint64        *cents)
{
  gint64 charges;

  if (!dites_document_get_int (housing, "rent_cents", cents))
    return FALSE;
  if (dites_document_get_int (housing, "charges_cents", &charges))
    *cents += charges;

  return TRUE;
}

static gboolean
is_present (DitesDocument *housing,
            const char    *member)
{
  DitesJson value;

  if (!dites_document_get (housing, member, &value))
    return FALSE;

  return dites_json_get_type (value) == DITES_JSON_NUMBER ||
         (dites_json_get_type (value) == DITES_JSON_STRING && value.length > 2);
}

/* Law 2021-1104 of 22 August 2021, article 160 (decency, article 6 of law
 * 89-462): class G may not be let since 1 January 2025, F from 2028, E from
 * 2034. Energy code and article L.126-33 of the building code: an offer of
 * class F or G says “Logement à consommation énergétique excessive”. */
static void
check_energy_class (DitesDocument *housing,
                    DitesDay       today,
                    GPtrArray     *problems)
{
  g_autofree char *dpe = dites_document_dup_string (housing, "dpe");
  int              banned_from;
  DitesDay         ban;

  if (dpe == NULL || *dpe == '\0')
    {
      dites_problem_add (problems, "dpe", DITES_SEVERITY_WARNING,
                         _("The energy class is missing: an offer must show it"));
      return;
    }
  if (*dpe < 'E' || *dpe > 'G' || dpe[1] != '\0')
    return;

  banned_from = *dpe == 'G' ? 2025 : *dpe == 'F' ? 2028
                                                 : 2034;
  ban = dites_day_from_ymd (banned_from, 1, 1);

  if (today >= ban && is_under_law (housing))
    dites_problem_add (problems, "dpe", DITES_SEVERITY_BLOCKS,
                       /* Translators: an energy class, and a year. */
                       _("A home of energy class %s may not be let since 1 January %d, neither as a main residence nor on a mobility lease: works or another home are needed"),
                       dpe, banned_from);
  else if (today < ban)
    dites_problem_add (problems, "dpe", DITES_SEVERITY_NOTICE,
                       /* Translators: an energy class, and a year. */
                       _("A home of energy class %s may not be let any more from 1 January %d on"), dpe, banned_from);
}

/* What goes with the energy class in an offer: the class of greenhouse gases, and what
 * energy costs a year (building code, articles L.126-33 and R.126-21). */
static void
check_energy_mentions (DitesDocument *housing,
                       GPtrArray     *problems)
{
  if (!is_present (housing, "dpe"))
    return;

  if (!is_present (housing, "ges"))
    dites_problem_add (problems, "ges", DITES_SEVERITY_WARNING,
                       _("The greenhouse gas class is missing: an offer must show it beside the energy class"));
  if (is_under_law (housing) && !is_present (housing, "energy_cost_min_cents") && !is_present (housing, "energy_cost_max_cents"))
    dites_problem_add (problems, "energy_cost_min_cents", DITES_SEVERITY_WARNING,
                       _("The energy cost a year is missing: an offer must give the estimate of the certificate"));
}

/* Article D.126-19 of the building code: ten years; certificates from before 1 July 2021 are no longer valid. */
static void
check_energy_date (DitesDocument *housing,
                   DitesDay       today,
                   GPtrArray     *problems)
{
  DitesDay date = dites_document_get_day (housing, "dpe_date");

  if (date == DITES_DAY_NONE)
    return;

  if (date > today)
    dites_problem_add (problems, "dpe_date", DITES_SEVERITY_ERROR,
                       _("The energy certificate has a date in the future: the day it was made is expected"));
  else if (date < dites_day_from_ymd (2021, 7, 1))
    dites_problem_add (problems, "dpe_date", DITES_SEVERITY_WARNING,
                       _("The energy certificate is from before 1 July 2021 and no longer valid: a new one is needed"));
  else if (dites_day_add_months (date, 120) <= today)
    dites_problem_add (problems, "dpe_date", DITES_SEVERITY_WARNING,
                       _("The energy certificate is older than ten years: a new one is needed"));
}

/* The lowest rent without charges: that of the home, or where each room has its own, of a room. */
static gboolean
get_lowest_rent (DitesDocument *housing,
                 gint64        *rent)
{
  g_autoptr (GPtrArray) units = NULL;
  gint64 of_unit;

  if (dites_document_get_int (housing, "rent_cents", rent))
    return TRUE;

  units = dites_document_get_items (housing, "units");
  for (guint i = 0; i < units->len; i++)
    {
      if (!dites_document_get_int (units->pdata[i], "rent_cents", &of_unit))
        return FALSE;
      *rent = i == 0 ? of_unit : MIN (*rent, of_unit);
    }

  return units->len > 0;
}

/* Law 89-462, article 25-13 (mobility lease: no deposit may be asked), article
 * 25-6 (furnished: at most two months’ rent without charges). */
static void
check_deposit (DitesDocument *housing,
               GPtrArray     *problems)
{
  gint64 deposit, rent;

  if (!dites_document_get_int (housing, "deposit_cents", &deposit))
    return;

  if (deposit > 0 && accepts (housing, "bail_mobilite"))
    dites_problem_add (problems, "deposit_cents", DITES_SEVERITY_BLOCKS,
                       _("No deposit may be asked on a mobility lease: the deposit must be 0, or the contract another one"));

  if (is_under_law (housing) && get_lowest_rent (housing, &rent) && rent > 0 && deposit > 2 * rent)
    {
      g_autofree char *most = dites_money_format (2 * rent);

      dites_problem_add (problems, "deposit_cents", DITES_SEVERITY_BLOCKS,
                         /* Translators: %s is an amount of money. */
                         _("The deposit of a furnished home is two months’ rent without charges at most: up to %s"), most);
    }
}

/* Law 89-462, article 25-14 (mobility lease: one to ten months, not renewable)
 * and article 25-7 (students: nine months). */
static void
check_stay (DitesDocument *housing,
            GPtrArray     *problems)
{
  gint64   shortest, longest;
  gboolean has_shortest = dites_document_get_int (housing, "min_months", &shortest);
  gboolean has_longest = dites_document_get_int (housing, "max_months", &longest);
  g_auto (GStrv) contracts = dites_document_dup_strings (housing, "contracts");
  gboolean only_mobility = accepts (housing, "bail_mobilite") && g_strv_length (contracts) == 1;

  dites_kind_check_order (problems, housing, "available_from", "available_to");

  if (has_shortest && has_longest && shortest > longest)
    dites_problem_add (problems, "max_months", DITES_SEVERITY_ERROR,
                       _("The longest stay is shorter than the shortest one"));

  if (only_mobility && ((has_shortest && shortest > 10) || (has_longest && longest > 10)))
    dites_problem_add (problems, has_shortest && shortest > 10 ? "min_months" : "max_months", DITES_SEVERITY_BLOCKS,
                       _("A mobility lease lasts ten months at most: a shorter stay or another contract is needed"));
}

/* Order of 21 April 2022 on offers, in force since 1 July 2022: what an offer
 * of a main residence or for a mobility lease must say. That it is furnished
 * and in which commune goes without saying here. */
static void
check_mentions (DitesDocument *housing,
                GPtrArray     *problems)
{
  static const struct
  {
    const char *member;
    const char *message;
  } mentions[] = {
    { "rent_cents", N_("The rent is missing: an offer must give it a month, charges included") },
    { "charges_cents", N_("The charges are missing: an offer must give their amount, also when it is 0") },
    { "area", N_("The living area is missing: an offer must give it in square metres") },
    { "deposit_cents", N_("The deposit is missing: an offer must give it, also when it is 0") },
    { "fees_cents", N_("The fees are missing: an offer must say what the tenant pays, also when it is 0") },
  };
  gint64 rent, charges;

  if (!is_under_law (housing))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (mentions); i++)
    {
      if (g_str_equal (mentions[i].member, "rent_cents") ? !get_lowest_rent (housing, &rent)
                                                         : !is_present (housing, mentions[i].member))
        dites_problem_add (problems, mentions[i].member, DITES_SEVERITY_BLOCKS, "%s", gettext (mentions[i].message));
    }

  if (dites_document_get_int (housing, "charges_cents", &charges) && charges > 0 && !is_present (housing, "charges_mode"))
    dites_problem_add (problems, "charges_mode", DITES_SEVERITY_BLOCKS,
                       _("How the charges are paid is missing: an offer must say whether they are a fixed amount or an advance"));
}

/* Decree 2002-120 of 30 January 2002 on decency, article 4: a main room of at
 * least 9 m² under a ceiling of at least 2.20 m, or 20 m³. */
static void
check_decency (DitesDocument *housing,
               GPtrArray     *problems)
{
  g_autoptr (GPtrArray) units = dites_document_get_items (housing, "units");
  gint64   area, ceiling;
  gboolean has_area = dites_document_get_int (housing, "area", &area);
  gboolean has_ceiling = dites_document_get_int (housing, "ceiling_cm", &ceiling);

  if (has_area && area > 0 && area < 900 && !(has_ceiling && area * ceiling >= 20 * 100 * 100))
    dites_problem_add (problems, "area", DITES_SEVERITY_BLOCKS,
                       _("A home of less than 9 m² is not decent and may not be let"));

  if (has_ceiling && ceiling > 0 && ceiling < 220 && !(has_area && area * ceiling >= 20 * 100 * 100))
    dites_problem_add (problems, "ceiling_cm", DITES_SEVERITY_BLOCKS,
                       _("A ceiling below 2.20 m is not decent, unless the room holds 20 m³"));

  for (guint i = 0; i < units->len; i++)
    {
      DitesDocument   *unit = g_ptr_array_index (units, i);
      g_autofree char *name = dites_document_dup_string (unit, "name");

      if (dites_document_get_int (unit, "area", &area) && area > 0 && area < 900)
        dites_problem_add (problems, "units", DITES_SEVERITY_BLOCKS,
                           /* Translators: %s is the name of a room. */
                           _("“%s” has less than 9 m²: a room that is let on its own needs 9 m²"),
                           name != NULL && *name != '\0' ? name : "?");
    }
}

/* Decree 2015-981 of 31 July 2015: eleven lines, all of them, make a home a furnished one. */
static void
check_furniture (DitesDocument *housing,
                 GPtrArray     *problems)
{
  g_auto (GStrv) furniture = dites_document_dup_strings (housing, "furniture");
  guint n = furniture != NULL ? g_strv_length (furniture) : 0;

  if (n < 11 && is_under_law (housing))
    dites_problem_add (problems, "furniture", DITES_SEVERITY_WARNING,
                       ngettext ("%u of the 11 pieces of furniture that the law wants is missing or not entered yet",
                                 "%u of the 11 pieces of furniture that the law wants are missing or not entered yet",
                                 11 - n),
                       11 - n);
}

static void
check_price (DitesDocument *housing,
             GPtrArray     *problems)
{
  gint64 rent, charges, low, high;

  if (dites_document_get_int (housing, "rent_cents", &rent))
    {
      if (rent == 0)
        dites_problem_add (problems, "rent_cents", DITES_SEVERITY_NOTICE, _("The rent is 0: the home is free of charge"));
      else if (rent < 5000 || rent > 300000)
        dites_problem_add (problems, "rent_cents", DITES_SEVERITY_WARNING,
                           _("The rent is unusual: euros a month are expected"));
      if (dites_document_get_int (housing, "charges_cents", &charges) && rent > 0 && charges > rent)
        dites_problem_add (problems, "charges_cents", DITES_SEVERITY_WARNING,
                           _("The charges are higher than the rent: the rent is expected without charges"));
    }

  if (dites_document_get_int (housing, "energy_cost_min_cents", &low) &&
      dites_document_get_int (housing, "energy_cost_max_cents", &high) && low > high)
    dites_problem_add (problems, "energy_cost_max_cents", DITES_SEVERITY_ERROR,
                       _("The highest energy cost is below the lowest one"));
}

/* Pictures are part of what is printed; their texts are what a blind reader has of them (RGAA, 1.1). */
static void
check_photos (DitesDocument *housing,
              GPtrArray     *problems)
{
  g_autoptr (GPtrArray) photos = dites_document_get_items (housing, "photos");
  guint n_without_text = 0;

  for (guint i = 0; i < photos->len; i++)
    {
      g_autofree char *alt = dites_document_dup_string (g_ptr_array_index (photos, i), "alt");

      n_without_text += alt == NULL || *alt == '\0';
    }

  if (n_without_text > 0)
    dites_problem_add (problems, "photos", DITES_SEVERITY_WARNING,
                       ngettext ("%u photo has no text for people who cannot see it",
                                 "%u photos have no text for people who cannot see them", n_without_text),
                       n_without_text);
}

/**
 * dites_housing_check_on:
 * @housing: a document of the kind "housing"
 * @today: the day whose law counts
 * @problems: (element-type DitesProblem): where problems are added
 *
 * Checks an offer against the law on furnished homes as of a day.
 */
void
dites_housing_check_on (DitesDocument *housing,
                        DitesDay       today,
                        GPtrArray     *problems)
{
  g_return_if_fail (DITES_IS_DOCUMENT (housing));
  g_return_if_fail (problems != NULL);

  check_mentions (housing, problems);
  check_energy_class (housing, today, problems);
  check_energy_mentions (housing, problems);
  check_energy_date (housing, today, problems);
  check_deposit (housing, problems);
  check_stay (housing, problems);
  check_decency (housing, problems);
  check_furniture (housing, problems);
  check_price (housing, problems);
  check_photos (housing, problems);
}
