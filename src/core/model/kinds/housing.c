/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-fold.h"
#include "dites-housing.h"
#include "dites-kind-text.h"

/* An offer of a furnished home, with its rooms as units where they are let one by one.
 * What the law says of it is in dites-housing-rules.c. */

#define OFFER     N_("Offer")
#define PLACE     N_("Place")
#define HOME      N_("Home")
#define PRICE     N_("Price")
#define STAY      N_("Availability")
#define ENERGY    N_("Energy")
#define COMFORT   N_("Comfort")
#define FOLLOW_UP N_("Follow-Up")

static const DitesChoice types[] = {
  { "room", N_("Room"), "chambre" },
  { "studio", N_("Studio"), "studio|t1 bis|studette|f1" },
  { "t1", N_("One-Room Flat (T1)"), "t1|appartement t1|1 piece" },
  { "t2", N_("Two-Room Flat (T2)"), "t2|f2|appartement t2|2 pieces" },
  { "t3", N_("Three-Room Flat (T3)"), "t3|f3|appartement t3|3 pieces" },
  { "t4", N_("Four-Room Flat (T4)"), "t4|f4|appartement t4|4 pieces" },
  { "t5", N_("Five-Room Flat (T5)"), "t5|f5|appartement t5|5 pieces" },
  { "t6", N_("Six-Room Flat (T6)"), "t6|f6|appartement t6|6 pieces" },
  { "house", N_("House"), "maison|villa|pavillon|gite" },
  { "homestay", N_("Room at the Host’s"), "chambre chez l habitant|chez l habitant" },
  { "internat", N_("Hospital Residence"), "internat|internat logement hospitalier|maison des internes" },
  { NULL },
};

static const DitesChoice states[] = {
  { "draft", N_("Draft"), "brouillon" },
  { "to_check", N_("To Be Checked"), "a verifier|a controler" },
  { "published", N_("Published"), "publie|publiee|en ligne" },
  { "reserved", N_("Reserved"), "reserve|reservee" },
  { "unavailable", N_("Unavailable"), "indisponible|loue|louee|occupe" },
  { "archived", N_("Archived"), "archive|archivee" },
  { NULL },
};

static const DitesChoice privacy[] = {
  { "private", N_("Private"), "prive|privee|privative|privatif|individuelle" },
  { "shared", N_("Shared"), "partage|partagee|commune|commun" },
  { NULL },
};

static const DitesChoice charges_modes[] = {
  { "fixed", N_("Fixed Amount"), "forfait|forfaitaire|charges forfaitaires" },
  { "provision", N_("Advance With Yearly Settlement"), "provision|provision sur charges|provisions|avec regularisation" },
  { NULL },
};

static const DitesChoice included[] = {
  { "water", N_("Water"), "eau|eau froide" },
  { "electricity", N_("Electricity"), "electricite|elec" },
  { "heating", N_("Heating"), "chauffage" },
  { "internet", N_("Internet"), "internet|wifi|fibre|box" },
  { "waste", N_("Waste Collection"), "ordures menageres|teom|ordures|taxe ordures menageres" },
  { NULL },
};

static const DitesChoice heatings[] = {
  { "electric", N_("Electric"), "electrique|electricite|radiateurs electriques" },
  { "gas", N_("Gas"), "gaz|gaz de ville|gaz naturel" },
  { "oil", N_("Oil"), "fioul|mazout" },
  { "wood", N_("Wood or Pellets"), "bois|granules|pellets|poele a bois|poele a granules" },
  { "heat_pump", N_("Heat Pump"), "pompe a chaleur|pac|climatisation reversible" },
  { "collective", N_("Collective"), "collectif|chauffage collectif|reseau de chaleur" },
  { "other", N_("Other"), "autre" },
  { NULL },
};

static const DitesChoice equipment[] = {
  { "washing_machine", N_("Washing Machine"), "lave linge|machine a laver" },
  { "dryer", N_("Dryer"), "seche linge" },
  { "dishwasher", N_("Dishwasher"), "lave vaisselle" },
  { "desk", N_("Desk"), "bureau|espace de travail" },
  { "television", N_("Television"), "television|tv|televiseur" },
  { "linen", N_("Bed Linen and Towels"), "draps|linge de maison|draps fournis|draps et serviettes" },
  { "iron", N_("Iron"), "fer a repasser|fer" },
  { "vacuum", N_("Vacuum Cleaner"), "aspirateur" },
  { "bicycle", N_("Bicycle or Bicycle Shed"), "velo|local a velos|local velo" },
  { "garden", N_("Garden"), "jardin|exterieur" },
  { "terrace", N_("Terrace or Balcony"), "terrasse|balcon" },
  { "pool", N_("Swimming Pool"), "piscine" },
  { "air_conditioning", N_("Air Conditioning"), "climatisation|clim" },
  { "fireplace", N_("Fireplace or Stove"), "cheminee|poele" },
  { "cleaning_included", N_("Cleaning Included"), "menage|menage compris" },
  { NULL },
};

static const DitesChoice internet[] = {
  { "fibre", N_("Fibre"), "fibre|fibre optique|oui" },
  { "adsl", N_("ADSL"), "adsl|vdsl" },
  { "mobile", N_("Mobile Network"), "4g|5g|box 4g|mobile" },
  { "none", N_("None"), "aucun|non|pas d internet|sans" },
  { NULL },
};

/* The eleven lines of decree 2015-981 of 31 July 2015: what makes a home a furnished one. */
static const DitesChoice furniture[] = {
  { "bedding", N_("Bedding With a Duvet or Blanket"), "literie|literie avec couette ou couverture|literie comprenant couette ou couverture|couette|lit" },
  { "blackout", N_("Shutters or Curtains in the Bedrooms"), "volets|rideaux|volets ou rideaux occultants|volets ou rideaux|occultation" },
  { "hob", N_("Hob"), "plaques de cuisson|plaques|plaque de cuisson" },
  { "oven", N_("Oven or Microwave"), "four|micro ondes|four ou micro ondes|four ou four a micro ondes" },
  { "fridge_freezer", N_("Refrigerator and Freezer"), "refrigerateur|frigo|congelateur|refrigerateur et congelateur|refrigerateur congelateur" },
  { "crockery", N_("Crockery"), "vaisselle" },
  { "utensils", N_("Kitchen Utensils"), "ustensiles|ustensiles de cuisine" },
  { "table_chairs", N_("Table and Seats"), "table|sieges|table et sieges|table et chaises" },
  { "shelves", N_("Storage Shelves"), "etageres|rangements|etageres de rangement|rangement" },
  { "lights", N_("Lights"), "luminaires|eclairage" },
  { "cleaning", N_("Cleaning Equipment"), "materiel d entretien|materiel d entretien menager|entretien" },
  { NULL },
};

static const DitesField unit_fields[] = {
  {
    .name = "id",
    .label = N_("Short Name"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED,
  },
  {
    .name = "name",
    .label = N_("Name"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED,
  },
  {
    .name = "area",
    .label = N_("Area"),
    .type = DITES_FIELD_AREA,
    .minimum = 100,
    .maximum = 100000,
  },
  {
    .name = "rent_cents",
    .label = N_("Rent a Month, Without Charges"),
    .type = DITES_FIELD_MONEY,
    .flags = DITES_FIELD_NET,
    .maximum = 1000000,
  },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "title",
    .label = N_("Title"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED,
    .group = OFFER,
    .headers = "titre|intitule|annonce|nom du logement|logement",
  },
  {
    .name = "type",
    .label = N_("Kind of Home"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_LISTED | DITES_FIELD_FILTERED,
    .group = OFFER,
    .headers = "type|type de logement|type de bien|typologie",
    .choices = types,
  },
  {
    .name = "state",
    .label = N_("State"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_LISTED,
    .group = OFFER,
    .headers = "etat|statut",
    .choices = states,
  },
  {
    .name = "commune",
    .label = N_("Commune"),
    .type = DITES_FIELD_COMMUNE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_FILTERED | DITES_FIELD_SORTED,
    .group = PLACE,
    .headers = "commune|ville|localisation|lieu|cp ville|code postal ville|code insee",
  },
  {
    .name = "address",
    .label = N_("Address"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = PLACE,
    .headers = "adresse|adresse du logement|rue",
    .hint = N_("Not printed on the offer"),
  },
  {
    .name = "floor",
    .label = N_("Floor"),
    .type = DITES_FIELD_NUMBER,
    .group = PLACE,
    .headers = "etage",
    .minimum = -2,
    .maximum = 60,
    .hint = N_("0 for the ground floor"),
  },
  {
    .name = "lift",
    .label = N_("Lift"),
    .type = DITES_FIELD_FLAG,
    .group = PLACE,
    .headers = "ascenseur",
  },
  {
    .name = "area",
    .label = N_("Living Area"),
    .type = DITES_FIELD_AREA,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED,
    .group = HOME,
    .headers = "surface|surface habitable|superficie|m2|surface m2|surface en m2",
    .minimum = 100,
    .maximum = 100000,
  },
  {
    .name = "rooms",
    .label = N_("Rooms"),
    .type = DITES_FIELD_NUMBER,
    .group = HOME,
    .headers = "pieces|nb pieces|nombre de pieces|nb de pieces",
    .minimum = 1,
    .maximum = 50,
  },
  {
    .name = "bedrooms",
    .label = N_("Bedrooms"),
    .type = DITES_FIELD_NUMBER,
    .group = HOME,
    .headers = "chambres|nb chambres|nombre de chambres|nb de chambres",
    .minimum = 0,
    .maximum = 50,
  },
  {
    .name = "places",
    .label = N_("Places"),
    .type = DITES_FIELD_NUMBER,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_SORTED,
    .group = HOME,
    .headers = "places|nb places|nombre de places|capacite|couchages",
    .minimum = 1,
    .maximum = 100,
  },
  {
    .name = "units",
    .label = N_("Rooms Let Separately"),
    .type = DITES_FIELD_ITEMS,
    .flags = DITES_FIELD_SEARCHED,
    .group = HOME,
    .items = unit_fields,
  },
  {
    .name = "bathroom",
    .label = N_("Bathroom"),
    .type = DITES_FIELD_CHOICE,
    .group = HOME,
    .headers = "salle de bain|salle de bains|sdb|salle d eau",
    .choices = privacy,
  },
  {
    .name = "kitchen",
    .label = N_("Kitchen"),
    .type = DITES_FIELD_CHOICE,
    .group = HOME,
    .headers = "cuisine",
    .choices = privacy,
  },
  {
    .name = "ceiling_cm",
    .label = N_("Ceiling Height in Centimetres"),
    .type = DITES_FIELD_NUMBER,
    .group = HOME,
    .headers = "hauteur sous plafond|hauteur plafond",
    .minimum = 100,
    .maximum = 1000,
  },
  {
    .name = "rent_cents",
    .label = N_("Rent a Month, Without Charges"),
    .type = DITES_FIELD_MONEY,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED | DITES_FIELD_NET,
    .group = PRICE,
    .headers = "loyer|loyer hc|loyer hors charges|loyer mensuel|loyer mensuel hc|loyer nu|prix",
    .maximum = 1000000,
  },
  {
    .name = "charges_cents",
    .label = N_("Charges a Month"),
    .type = DITES_FIELD_MONEY,
    .group = PRICE,
    .headers = "charges|charges mensuelles|montant des charges",
    .maximum = 1000000,
  },
  {
    .name = "charges_mode",
    .label = N_("How Charges Are Paid"),
    .type = DITES_FIELD_CHOICE,
    .group = PRICE,
    .headers = "mode de charges|type de charges|modalite des charges",
    .choices = charges_modes,
  },
  {
    .name = "included",
    .label = N_("Included in the Charges"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_MULTIPLE,
    .group = PRICE,
    .headers = "charges comprises|inclus|compris|charges incluses|ce qui est compris",
    .choices = included,
  },
  {
    .name = "deposit_cents",
    .label = N_("Deposit"),
    .type = DITES_FIELD_MONEY,
    .group = PRICE,
    .headers = "depot de garantie|caution|depot|montant du depot de garantie",
    .maximum = 10000000,
    .hint = N_("0 for none"),
  },
  {
    .name = "fees_cents",
    .label = N_("Fees Paid by the Tenant"),
    .type = DITES_FIELD_MONEY,
    .group = PRICE,
    .headers = "honoraires|frais|frais d agence|honoraires ttc",
    .maximum = 10000000,
    .hint = N_("All taxes and the inventory included; 0 for none"),
  },
  {
    .name = "available_from",
    .label = N_("Available From"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED,
    .group = STAY,
    .headers = "disponible|disponible a partir du|disponibilite|disponible le|date de disponibilite|libre le|disponible du|disponible des le",
  },
  {
    .name = "available_to",
    .label = N_("Available Until"),
    .type = DITES_FIELD_DATE,
    .group = STAY,
    .headers = "disponible jusqu au|fin de disponibilite|disponible au|jusqu au",
  },
  {
    .name = "min_months",
    .label = N_("Shortest Stay in Months"),
    .type = DITES_FIELD_NUMBER,
    .group = STAY,
    .headers = "duree minimum|duree min|duree minimale",
    .minimum = 1,
    .maximum = 120,
  },
  {
    .name = "max_months",
    .label = N_("Longest Stay in Months"),
    .type = DITES_FIELD_NUMBER,
    .group = STAY,
    .headers = "duree maximum|duree max|duree maximale",
    .minimum = 1,
    .maximum = 120,
  },
  {
    .name = "contracts",
    .label = N_("Contracts Accepted"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_FILTERED,
    .group = STAY,
    .headers = "contrat|contrats|bail|type de bail|contrats acceptes|baux",
    .choices = dites_contract_choices,
  },
  {
    .name = "dpe",
    .label = N_("Energy Class (DPE)"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = ENERGY,
    .headers = "dpe|classe energie|classe dpe|classe energetique|etiquette energie",
    .choices = dites_energy_choices,
  },
  {
    .name = "ges",
    .label = N_("Greenhouse Gas Class (GES)"),
    .type = DITES_FIELD_CHOICE,
    .group = ENERGY,
    .headers = "ges|classe ges|classe climat|etiquette climat",
    .choices = dites_energy_choices,
  },
  {
    .name = "dpe_date",
    .label = N_("Date of the Energy Certificate"),
    .type = DITES_FIELD_DATE,
    .group = ENERGY,
    .headers = "date dpe|date du dpe",
  },
  {
    .name = "dpe_number",
    .label = N_("Number of the Energy Certificate"),
    .type = DITES_FIELD_TEXT,
    .group = ENERGY,
    .headers = "numero dpe|n dpe|numero ademe|n ademe|dpe numero",
  },
  {
    .name = "energy_cost_min_cents",
    .label = N_("Energy Cost a Year, at Least"),
    .type = DITES_FIELD_MONEY,
    .group = ENERGY,
    .headers = "cout energie min|cout annuel min|depenses energie min",
    .maximum = 10000000,
  },
  {
    .name = "energy_cost_max_cents",
    .label = N_("Energy Cost a Year, at Most"),
    .type = DITES_FIELD_MONEY,
    .group = ENERGY,
    .headers = "cout energie max|cout annuel max|depenses energie max",
    .maximum = 10000000,
  },
  {
    .name = "heating",
    .label = N_("Heating"),
    .type = DITES_FIELD_CHOICE,
    .group = COMFORT,
    .headers = "chauffage|mode de chauffage",
    .choices = heatings,
  },
  {
    .name = "equipment",
    .label = N_("Equipment"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_MULTIPLE,
    .group = COMFORT,
    .headers = "equipement|equipements|prestations",
    .choices = equipment,
  },
  {
    .name = "internet",
    .label = N_("Internet"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = COMFORT,
    .headers = "internet|acces internet|wifi|connexion internet",
    .choices = internet,
  },
  {
    .name = "parking",
    .label = N_("Parking"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_FILTERED,
    .group = COMFORT,
    .headers = "parking|stationnement|place de parking|garage",
  },
  {
    .name = "pets",
    .label = N_("Animals Welcome"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_FILTERED,
    .group = COMFORT,
    .headers = "animaux|animaux acceptes|animaux admis",
  },
  {
    .name = "smoking",
    .label = N_("Smoking Allowed"),
    .type = DITES_FIELD_FLAG,
    .group = COMFORT,
    .headers = "fumeur|fumeurs|fumeur accepte|fumeurs acceptes",
  },
  {
    .name = "accessible",
    .label = N_("Step-Free Access"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_FILTERED,
    .group = COMFORT,
    .headers = "pmr|accessible|accessibilite|acces pmr|accessible pmr",
  },
  {
    .name = "furniture",
    .label = N_("Furniture"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_MULTIPLE,
    .group = COMFORT,
    .headers = "mobilier|meubles|ameublement|inventaire",
    .choices = furniture,
  },
  {
    .name = "description",
    .label = N_("Description"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED,
    .group = OFFER,
    .headers = "description|descriptif|texte|texte de l annonce",
    .hint = N_("Printed on the offer; without the owner’s name or number"),
  },
  {
    .name = "photos",
    .label = N_("Photos"),
    .type = DITES_FIELD_PHOTOS,
    .group = OFFER,
  },
  {
    .name = "owner",
    .label = N_("Owner"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_SEARCHED,
    .group = FOLLOW_UP,
    .headers = "proprietaire|nom du proprietaire|proprietaire bailleur|proprietaire loueur|bailleur|loueur|logeur|nom du logeur",
    .target = "partner",
  },
  {
    .name = "confirmed_on",
    .label = N_("Confirmed by the Owner On"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_SORTED,
    .group = FOLLOW_UP,
    .headers = "confirme le|derniere confirmation|date de confirmation|mis a jour le",
  },
  {
    .name = "latitude",
    .label = N_("Latitude"),
    .type = DITES_FIELD_DEGREES,
    .group = PLACE,
    .minimum = -9000000,
    .maximum = 9000000,
    .hint = N_("In degrees, as maps on the web give it"),
  },
  {
    .name = "longitude",
    .label = N_("Longitude"),
    .type = DITES_FIELD_DEGREES,
    .group = PLACE,
    .minimum = -18000000,
    .maximum = 18000000,
    .hint = N_("In degrees, as maps on the web give it"),
  },
  {
    .name = "remarks",
    .label = N_("Internal Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "remarques|remarque|commentaire|commentaires|observations|notes",
    .hint = N_("Never printed"),
  },
  { NULL },
};

static char *
housing_title (DitesDocument *document,
               DitesTitleFunc title_of,
               gpointer       user_data)
{
  g_autofree char *title = dites_document_dup_string (document, "title");
  g_autofree char *type = NULL;
  g_autofree char *commune = NULL;

  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);

  type = dites_kind_dup_shown (&dites_kind_housing, document, "type", NULL, NULL);
  commune = dites_kind_dup_shown (&dites_kind_housing, document, "commune", NULL, NULL);
  if (*type == '\0' || *commune == '\0')
    return g_strconcat (type, commune, NULL);

  /* Translators: a kind of home, and the commune it is in: “Studio, Auch”. */
  return g_strdup_printf (C_("housing", "%s, %s"), type, commune);
}

static char *
housing_subtitle (DitesDocument *document,
                  DitesTitleFunc title_of,
                  gpointer       user_data)
{
  GString *line = g_string_new (NULL);
  gint64   rent;

  dites_kind_text_add_field (line, &dites_kind_housing, document, "commune", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_housing, document, "type", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_housing, document, "area", NULL, NULL);
  if (dites_housing_get_rent_with_charges (document, &rent))
    {
      g_autofree char *money = dites_money_format (rent);
      /* Translators: %s is the rent, charges included: “450 € a month”. */
      g_autofree char *text = g_strdup_printf (_("%s a month"), money);

      dites_kind_text_add (line, text);
    }

  return g_string_free (line, FALSE);
}

/* Two flats may share an address, so it only suggests. */
static guint
housing_identify (DitesDocument *document,
                  GPtrArray     *keys)
{
  g_autofree char *address = dites_kind_dup_folded (document, "address", dites_fold_words);
  g_autofree char *title = dites_kind_dup_folded (document, "title", dites_fold_words);
  g_autofree char *commune = dites_kind_dup_folded (document, "commune", dites_fold_place);

  dites_kind_add_key (keys, "home", address, commune, NULL);
  dites_kind_add_key (keys, "offer", title, commune, NULL);

  return 0;
}

static void
housing_check (DitesDocument *document,
               GPtrArray     *problems)
{
  dites_housing_check_on (document, dites_day_today (), problems);
}

const DitesKind dites_kind_housing = {
  .name = "housing",
  .label = N_("Home"),
  .plural = N_("Homes"),
  .create = N_("New Home"),
  .icon_name = "go-home-symbolic",
  .axis = DITES_AXIS_HOMES,
  .fields = fields,
  .keep_months = 36,
  .title = housing_title,
  .subtitle = housing_subtitle,
  .identify = housing_identify,
  .check = housing_check,
  .state_field = "state",
  .published_state = "published",
};
