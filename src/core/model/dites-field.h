/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-document.h"

G_BEGIN_DECLS

/**
 * DitesFieldType:
 * @DITES_FIELD_TEXT: one line; JSON string
 * @DITES_FIELD_NAME: a person's name; JSON string, as it was written
 * @DITES_FIELD_LINES: text of several lines; JSON string
 * @DITES_FIELD_EMAIL: an address; JSON string
 * @DITES_FIELD_PHONE: E.164; JSON string
 * @DITES_FIELD_RPPS: eleven digits with a Luhn digit; JSON string
 * @DITES_FIELD_DATE: YYYY-MM-DD; JSON string
 * @DITES_FIELD_MONEY: cents; JSON integer
 * @DITES_FIELD_AREA: square decimetres; JSON integer
 * @DITES_FIELD_DEGREES: a latitude or a longitude, in hundred-thousandths of a degree; JSON integer
 * @DITES_FIELD_NUMBER: whole number; JSON integer
 * @DITES_FIELD_CHOICE: an identifier out of the field's choices; JSON string
 * @DITES_FIELD_FLAG: yes or no; JSON true or false
 * @DITES_FIELD_COMMUNE: an INSEE code, or a name outside the Gers; JSON string
 * @DITES_FIELD_REFERENCE: the id of a document of the field's target; JSON string
 * @DITES_FIELD_ITEMS: parts with fields of their own; JSON array of objects
 * @DITES_FIELD_PHOTOS: photos of the store; JSON array of objects
 *
 * With %DITES_FIELD_MULTIPLE, the value is a JSON array of such values.
 */
typedef enum
{
  DITES_FIELD_TEXT,
  DITES_FIELD_NAME,
  DITES_FIELD_LINES,
  DITES_FIELD_EMAIL,
  DITES_FIELD_PHONE,
  DITES_FIELD_RPPS,
  DITES_FIELD_DATE,
  DITES_FIELD_MONEY,
  DITES_FIELD_AREA,
  DITES_FIELD_DEGREES,
  DITES_FIELD_NUMBER,
  DITES_FIELD_CHOICE,
  DITES_FIELD_FLAG,
  DITES_FIELD_COMMUNE,
  DITES_FIELD_REFERENCE,
  DITES_FIELD_ITEMS,
  DITES_FIELD_PHOTOS,
} DitesFieldType;

/**
 * DitesFieldFlags:
 * @DITES_FIELD_REQUIRED: a document without it is a draft
 * @DITES_FIELD_MULTIPLE: any number of values
 * @DITES_FIELD_SEARCHED: full-text search finds it
 * @DITES_FIELD_LISTED: a column of the list
 * @DITES_FIELD_FILTERED: the list can be narrowed on it
 * @DITES_FIELD_SORTED: the list can be sorted on it
 * @DITES_FIELD_PERSONAL: data about a person, kept for the kind's duration
 * @DITES_FIELD_LIST_ONLY: a column of a faculty's list that is read into other
 *   fields and is never a member of a document
 * @DITES_FIELD_DATED: it says how far somebody is in the semester of a list, and
 *   a list about an earlier semester does not turn it back
 * @DITES_FIELD_NET: an amount without charges: a text that says it has them in it
 *   says another amount
 */
typedef enum
{
  DITES_FIELD_REQUIRED = 1 << 0,
  DITES_FIELD_MULTIPLE = 1 << 1,
  DITES_FIELD_SEARCHED = 1 << 2,
  DITES_FIELD_LISTED = 1 << 3,
  DITES_FIELD_FILTERED = 1 << 4,
  DITES_FIELD_SORTED = 1 << 5,
  DITES_FIELD_PERSONAL = 1 << 6,
  DITES_FIELD_LIST_ONLY = 1 << 7,
  DITES_FIELD_DATED = 1 << 8,
  DITES_FIELD_NET = 1 << 9,
} DitesFieldFlags;

/**
 * DitesChoice:
 * @id: what a document holds; never shown
 * @label: (translatable): what a person reads
 * @synonyms: (nullable): other ways lists write it, folded by
 *   dites_fold_words(), separated by "|"; the label and the id go without saying
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *synonyms;
} DitesChoice;

typedef struct _DitesField DitesField;

/**
 * DitesField:
 *
 * One member of a kind, described once; tables of them end with a %NULL name.
 * @label and @group are untranslated: dites_field_get_label() translates.
 * @headers holds the headers of a column that an import takes for this field,
 * folded by dites_fold_words(), separated by "|".
 */
struct _DitesField
{
  const char        *name;
  const char        *label;
  DitesFieldType     type;
  DitesFieldFlags    flags;
  const char        *group;
  const char        *headers;
  const DitesChoice *choices; /* CHOICE: ends with a NULL id */
  const char        *target;  /* REFERENCE: the kind it leads to */
  const DitesField  *items;   /* ITEMS: the fields of a part */
  gint64             minimum; /* MONEY, AREA, NUMBER: bounds, when they differ */
  gint64             maximum;
  const char        *hint; /* (nullable) (translatable): what belongs here */

  /* (nullable): TEXT: where what it names is found: "housing.units" is a part, by its id, of the
   * member "units" of the document that the field "housing" refers to. */
  const char *choices_from;
};

const char        *dites_field_get_label (const DitesField *field);
const char        *dites_field_get_group (const DitesField *field);
const char        *dites_field_get_hint (const DitesField *field);
const DitesField  *dites_field_find (const DitesField *table,
                                     const char       *name);
const DitesChoice *dites_field_get_choice (const DitesField *field,
                                           const char       *id);
const char        *dites_choice_get_label (const DitesChoice *choice);

/**
 * DitesTitleFunc:
 * @id: the id of a document
 *
 * Returns: (transfer full) (nullable): the title of the document, as people know it
 */
typedef char *(*DitesTitleFunc) (const char *id,
                                 gpointer    user_data);

char    *dites_value_parse (const DitesField *field,
                            const char       *text,
                            GError          **error);
char    *dites_value_format (const DitesField *field,
                             DitesJson         value,
                             DitesTitleFunc    title_of,
                             gpointer          user_data);
char    *dites_field_format (const DitesField *field,
                             DitesDocument    *document,
                             DitesTitleFunc    title_of,
                             gpointer          user_data);
gboolean dites_value_check (const DitesField *field,
                            DitesJson         value,
                            GError          **error);

char    *dites_phone_parse (const char *text);
char    *dites_phone_format (const char *e164);
char    *dites_money_format (gint64 cents);
char    *dites_area_format (gint64 square_decimetres);
gboolean dites_rpps_is_valid (const char *digits);
gboolean dites_email_is_valid (const char *text);
char    *dites_name_format (const char *family_name);
char    *dites_first_name_format (const char *first_name);

G_END_DECLS
