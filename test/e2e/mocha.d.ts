/// <reference types="mocha" />
/// <reference types="@wdio/globals/types" />
